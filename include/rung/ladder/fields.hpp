#pragma once

#include <rung/diagnostic/fields.hpp>
#include <rung/ladder/ladder.hpp>

/// The fields of a ladder, listed once for everything that reads, writes, packs, or describes one.
namespace rung {

struct TitleField {};       ///< std::string: a line of at most widest_behavior_title cells, unique within the ladder
struct KeysField {};        ///< std::vector<std::string>: keys of behaviors, `pillar.responsibility.behavior`
struct PointValueField {};  ///< int: 1 to 9
struct ScaleValueField {};  ///< int, std::optional<int> or GateSetting<int>: the value of a point of the ladder's scale
struct ShareField {};       ///< GateSetting<double>: 0 to 1
struct SwitchField {};      ///< GateSetting<bool>: true or false

template <>
inline constexpr RecordFacts record_facts<Provenance>{"provenance", "Where the ladder comes from."};
template <>
inline constexpr auto fields<Provenance> = std::tuple{
    optional("title", &Provenance::title, LineField{}, "The document this ladder encodes."),
    optional("url", &Provenance::url, LineField{}, "Where it can be read."),
    optional("license", &Provenance::license, LineField{}, "What may be done with it."),
};

template <>
inline constexpr RecordFacts record_facts<ScalePoint>{"scalePoint", "One point of the scale."};
template <>
inline constexpr auto fields<ScalePoint> = std::tuple{
    required("value", &ScalePoint::value, PointValueField{}, "The digit that rates with it."),
    required("label", &ScalePoint::label, LineField{}, "A word or two; no two points share one."),
    optional("anchor", &ScalePoint::anchor, ProseField{}, "What the point means."),
};

template <>
inline constexpr RecordFacts record_facts<Gates>{
    "gates", "The gates: conditions that an assessment passes or not. `false` turns one off."};
template <>
inline constexpr auto fields<Gates> = std::tuple{
    optional("coverage", &Gates::coverage, ShareField{},
             "At least this share of the behaviors that apply is answered: rated or without an opportunity."),
    optional("not_applicable", &Gates::not_applicable, ShareField{},
             "At most this share of all behaviors is not applicable, and no pillar is wholly so."),
    optional("at_target", &Gates::at_target, ShareField{},
             "At least this share of the behaviors that apply is at or above target."),
    optional("pillar_at_target", &Gates::pillar_at_target, ShareField{}, "The same, in every pillar."),
    optional("responsibility_at_target", &Gates::responsibility_at_target, SwitchField{},
             "No responsibility with two or more behaviors that apply is wholly below target."),
    optional("floor", &Gates::floor, ScaleValueField{},
             "No rating is below this scale value. Default: the point just below the target."),
    optional("shown", &Gates::shown, ShareField{},
             "At least this share of the ratings at target has evidence that counts."),
};

template <>
inline constexpr RecordFacts record_facts<Behavior>{"behavior", "One key behavior: the thing that is rated."};
template <>
inline constexpr auto fields<Behavior> = std::tuple{
    required("id", &Behavior::id, IdField{},
             "Unique within its responsibility; part of the key under which answers are stored."),
    derived(&Behavior::key),
    optional("title", &Behavior::title, TitleField{},
             "A short name of at most 40 terminal cells, unique within the ladder.")
        .without_difference(),
    required("text", &Behavior::text, ProseField{}, "What is rated, as one statement in the first person."),
    optional("probes", &Behavior::probes, TextsField{}, "Questions that help recall evidence."),
    optional("hints", &Behavior::hints, TextsField{}, "Words and short phrases that tend to describe evidence of it.")
        .without_difference(),
    optional("target", &Behavior::target, ScaleValueField{}, "Overrides the ladder's target."),
    optional("formerly", &Behavior::formerly, KeysField{}, "Keys it had in earlier versions of the ladder."),
    optional("same_as", &Behavior::same_as, TextsField{},
             "Versions of this ladder in which the text of this key meant the same."),
    optional("source", &Behavior::source, LineField{}, "Its place in the document the ladder encodes."),
};

template <>
inline constexpr RecordFacts record_facts<Responsibility>{"responsibility", "A group of behaviors inside a pillar."};
template <>
inline constexpr auto fields<Responsibility> = std::tuple{
    required("id", &Responsibility::id, IdField{}, "Unique within its pillar."),
    required("title", &Responsibility::title, LineField{}),
    optional("summary", &Responsibility::summary, ProseField{}, "What the responsibility is about."),
    required("behaviors", &Responsibility::behaviors, RecordsField{1}),
};

template <>
inline constexpr RecordFacts record_facts<Pillar>{"pillar", "A top-level dimension."};
template <>
inline constexpr auto fields<Pillar> = std::tuple{
    required("id", &Pillar::id, IdField{}, "Unique among the pillars."),
    required("title", &Pillar::title, LineField{}),
    optional("summary", &Pillar::summary, ProseField{}, "What the pillar is about."),
    required("responsibilities", &Pillar::responsibilities, RecordsField{1}),
};

template <>
inline constexpr RecordFacts record_facts<Neighbors>{"neighbors", "The ladders of the neighboring levels."};
template <>
inline constexpr auto fields<Neighbors> = std::tuple{
    optional("below", &Neighbors::below, IdField{}, "The id of the ladder of the next lower level."),
    optional("above", &Neighbors::above, IdField{}, "The id of the ladder of the next higher level."),
};

template <>
inline constexpr RecordFacts record_facts<Term>{"term", "A word and what it means here."};
template <>
inline constexpr auto fields<Term> = std::tuple{
    required("term", &Term::term, LineField{}),
    required("meaning", &Term::meaning, ProseField{}),
};

template <>
inline constexpr RecordFacts record_facts<Ladder>{
    "ladder",
    "One rubric for one role at one level, in the format rung-ladder/1. What a schema cannot say is checked by the "
    "program: unique ids, ascending scale values, distinct labels, titles that are short and unique, targets and floor "
    "on the scale, old keys that lead "
    "to one behavior.",
    "rung-ladder/1"};
template <>
inline constexpr auto fields<Ladder> = std::tuple{
    required("id", &Ladder::id, IdField{}, "Names the ladder on the command line and its folder of assessments."),
    required("title", &Ladder::title, LineField{}, "Shown at the top of every page."),
    optional("track", &Ladder::track, LineField{}, "The career track."),
    optional("level", &Ladder::level, LineField{}, "The level on the track."),
    optional("version", &Ladder::version, LineField{}, "Your own version of the ladder."),
    optional("summary", &Ladder::summary, ProseField{}, "What the role is about."),
    optional("source", &Ladder::source, RecordField{}, "Where the ladder comes from."),
    optional("scale", &Ladder::scale, RecordsField{2, 9},
             "What a behavior can be rated with, from the lowest value to the highest. Default: 1 Not yet, "
             "2 Sometimes, 3 Consistently, 4 Beyond."),
    optional("target", &Ladder::target, ScaleValueField{},
             "The scale value expected at this level. Default: 3, or the second-highest point of a scale of your own."),
    optional("gates", &Ladder::gates, RecordField{}, "The gates."),
    optional("neighbors", &Ladder::neighbors, RecordField{}, "The ladders of the levels below and above.")
        .without_difference(),
    required("pillars", &Ladder::pillars, RecordsField{1}, "The rubric itself."),
    optional("terms", &Ladder::terms, RecordsField{}, "Words that need explaining."),
};

inline std::vector<ScalePoint>& items_of(Scale& scale) { return scale.points; }
inline const std::vector<ScalePoint>& items_of(const Scale& scale) { return scale.points; }

}  // namespace rung
