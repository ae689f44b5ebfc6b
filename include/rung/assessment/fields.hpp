#pragma once

#include <rung/assessment/assessment.hpp>
#include <rung/diagnostic/fields.hpp>
#include <rung/ladder/fields.hpp>

/// What an assessment consists of, once for everything that reads, writes, redacts, or compares one.
namespace rung {

/// Ladder: in its own format, empty fields left out.
struct FrozenLadderField {};
struct LinkField {};       ///< std::string: empty, or an address (is_link)
struct DateField {};       ///< std::optional<Date>
struct TimestampField {};  ///< Timestamp or std::optional<Timestamp>
struct RoleField {};       ///< RaterRole

// A rating is three fields: the state, with the value of a rated answer and the reason of one that is not applicable.
struct StateField {};
struct RatedValueField {};
struct ReasonField {};

template <>
inline constexpr RecordFacts record_facts<Evidence>{"evidence", "A dated fact that supports a rating."};
template <>
inline constexpr auto fields<Evidence> = std::tuple{
    required("text", &Evidence::text, TextField{}, "What was done."),
    optional("link", &Evidence::link, LinkField{}, "Where it can be seen."),
    optional("on", &Evidence::on, DateField{}, "The day of it."),
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
    optional("answered_at", &Answer::answered_at, TimestampField{}, "When it was last changed.").without_difference(),
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
    "assessment", "One rater's answers on one ladder at one time, with a frozen copy of that ladder.",
    "rung-assessment/1"};
template <>
inline constexpr auto fields<Assessment> = std::tuple{
    required("id", &Assessment::id, IdField{}, "The name of its file once finished."),
    required("ladder", &Assessment::ladder, FrozenLadderField{}, "The frozen ladder."),
    required("rater", &Assessment::rater, RecordField{}, "Who rates."),
    optional("label", &Assessment::label, TextField{}, "The rater's words for it."),
    required("started_at", &Assessment::started_at, TimestampField{}, "When it was begun."),
    optional("finished_at", &Assessment::finished_at, TimestampField{}, "When it was finished; absent in a draft."),
    required("answers", &Assessment::answers, RecordsField{}, "One for each behavior, in ladder order."),
    derived(&Assessment::unknown),
};

}  // namespace rung
