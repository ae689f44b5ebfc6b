#pragma once

#include <rung/assessment/fields.hpp>
#include <rung/log/entry.hpp>

/// What an entry of the log consists of, once for everything that reads, writes, redacts, or compares one.
namespace rung {

struct RevisionField {};    ///< int: 1 to max_revision
struct EntryStateField {};  ///< EntryState

template <>
inline constexpr RecordFacts record_facts<Tie>{"tie", "A behavior that an entry is evidence for."};
template <>
inline constexpr auto fields<Tie> = std::tuple{
    required("ladder", &Tie::ladder, IdField{}, "The id of the ladder."),
    required("behavior", &Tie::behavior, TextField{}, "The key of the behavior."),
};

template <>
inline constexpr RecordFacts record_facts<Entry>{"entry", "One version of a dated line of the log.", "rung-log/1"};
template <>
inline constexpr auto fields<Entry> = std::tuple{
    required("id", &Entry::id, IdField{}, "What all versions of the entry have in common."),
    required("rev", &Entry::rev, RevisionField{}, "The number of the version, from 1.").without_difference(),
    required("at", &Entry::at, TimestampField{}, "When this version was written.").without_difference(),
    required("on", &Entry::on, DateField{}, "The day of what was done."),
    required("state", &Entry::state, EntryStateField{}, "Whether it is kept or removed."),
    required("text", &Entry::text, TextField{}, "What was done, in one line.").redacted(),
    optional("links", &Entry::links, LinksField{}, "Where it can be seen.").redacted(),
    optional("tags", &Entry::tags, TextsField{}, "Words to find it by.").redacted(),
    optional("behaviors", &Entry::behaviors, RecordsField{}, "What it is evidence for; absent in the inbox."),
    optional("source", &Entry::source, TextField{}, "What it was imported from.").redacted(),
    derived(&Entry::unknown),
};

}  // namespace rung
