#pragma once

#include <rung/assessment/assessment.hpp>
#include <rung/diagnostic/fields.hpp>
#include <rung/ladder/fields.hpp>

/// The fields of an assessment, listed once for everything that reads, writes, redacts, or compares one.
namespace rung {

/// Ladder: in its own format, without empty fields.
struct FrozenLadderField {};
struct LinksField {};      ///< std::vector<std::string>: addresses (is_link)
struct DateField {};       ///< Date
struct TimestampField {};  ///< Timestamp or std::optional<Timestamp>
struct RoleField {};       ///< RaterRole
struct OriginField {};     ///< Origin
struct SittingField {};    ///< std::string: 1 to 64 letters, digits, and `-`; empty if optional
struct AskedField {};      ///< std::optional<std::vector<std::string>>: keys of behaviors
struct ValuesField {};     ///< std::vector<int>: the values of a scale, ascending

// A rating is three fields: the state, the value if rated, and the reason if not applicable.
struct StateField {};
struct RatedValueField {};
struct ReasonField {};

template <>
inline constexpr RecordFacts record_facts<Evidence>{"evidence", "A dated fact that supports a rating."};
template <>
inline constexpr auto fields<Evidence> = std::tuple{
    required("text", &Evidence::text, TextField{}, "What was done."),
    optional("links", &Evidence::links, LinksField{}, "Where it can be seen."),
    required("on", &Evidence::on, DateField{}, "The day of it."),
    optional("entry", &Evidence::entry, TextField{}, "The log entry that it was taken from."),
};

template <>
inline constexpr RecordFacts record_facts<AnswerSource>{"source", "The assessment that a carried answer comes from."};
template <>
inline constexpr auto fields<AnswerSource> = std::tuple{
    required("sitting", &AnswerSource::sitting, SittingField{}, "Its identity."),
    required("on", &AnswerSource::on, DateField{}, "The date that it judged."),
};

template <>
inline constexpr RecordFacts record_facts<Answer>{"answer", "What one rater says about one behavior."};
template <>
inline constexpr auto fields<Answer> = std::tuple{
    required("behavior", &Answer::behavior, TextField{}, "The key of the behavior."),
    required("state", &Answer::rating, StateField{}, "Which of the four states it is in."),
    optional("rating", &Answer::rating, RatedValueField{}, "The scale value of a rated answer."),
    optional("reason", &Answer::rating, ReasonField{}, "Why the behavior is not applicable.").redacted(),
    optional("note", &Answer::note, TextField{}, "Free text that explains.").redacted(),
    optional("evidence", &Answer::evidence, RecordsField{}, "What supports the rating.").redacted(),
    required("origin", &Answer::origin, OriginField{}, "How it came about.").without_difference(),
    optional("from", &Answer::from, RecordField{}, "Where a carried answer was last asked.").without_difference(),
    optional("answered_at", &Answer::answered_at, TimestampField{}, "When it was last changed.").without_difference(),
};

template <>
inline constexpr RecordFacts record_facts<SetAside>{"setAside", "An answer that the ladder has no place for now."};
template <>
inline constexpr auto fields<SetAside> = std::tuple{
    required("answer", &SetAside::answer, RecordField{}, "The answer as it was."),
    required("scale", &SetAside::scale, ValuesField{}, "The values of the scale that it was given on."),
};

template <>
inline constexpr RecordFacts record_facts<Subject>{"subject", "Whom the assessment is about."};
template <>
inline constexpr auto fields<Subject> = std::tuple{
    optional("name", &Subject::name, TextField{}, "The subject's name; empty while it is unknown."),
};

template <>
inline constexpr RecordFacts record_facts<Rater>{"rater", "Who rates."};
template <>
inline constexpr auto fields<Rater> = std::tuple{
    required("name", &Rater::name, TextField{}, "The rater's name."),
    required("role", &Rater::role, RoleField{}, "What the rater is to the person rated."),
};

template <>
inline constexpr RecordFacts record_facts<Assessment>{
    "assessment", "One rater's answers about one subject on one ladder at one time, with a frozen copy of that ladder.",
    "rung-assessment/2"};
template <>
inline constexpr auto fields<Assessment> = std::tuple{
    required("id", &Assessment::id, IdField{}, "The name of its file once finished."),
    required("sitting", &Assessment::sitting, SittingField{}, "What makes it this assessment and no other."),
    required("subject", &Assessment::subject, RecordField{}, "Whom it is about."),
    required("rater", &Assessment::rater, RecordField{}, "Who rates."),
    optional("label", &Assessment::label, TextField{}, "The rater's words for it."),
    required("on", &Assessment::on, DateField{}, "The date that is judged."),
    required("started_at", &Assessment::started_at, TimestampField{}, "When it was begun."),
    optional("finished_at", &Assessment::finished_at, TimestampField{}, "When it was finished; absent in a draft."),
    optional("amends", &Assessment::amends, SittingField{}, "The sitting that it corrects."),
    optional("asked", &Assessment::asked, AskedField{}, "The keys that this run asks; absent for all."),
    required("ladder", &Assessment::ladder, FrozenLadderField{}, "The frozen ladder."),
    required("answers", &Assessment::answers, RecordsField{}, "One for each behavior, in ladder order."),
    optional("set_aside", &Assessment::set_aside, RecordsField{}, "Answers that the ladder has no place for now."),
    derived(&Assessment::unknown),
};

}  // namespace rung
