#pragma once

#include <string>
#include <vector>

// The words that run `program` with something in the way of every file of `place`.

/// Whether this machine lets us mount in a namespace of our own.
bool can_mount();

/// No file can grow beyond so many bytes: what is longer is written in part, then refused.
std::vector<std::string> with_small_files(const std::vector<std::string>& program, int bytes);

/// The place is a disk with room for so many more `limit`: `pages` of 4096 bytes, or `files`.
std::vector<std::string> on_small_disk(const std::vector<std::string>& program, const std::string& place,
                                       const std::string& limit, int room);

/// The place is mounted read-only.
std::vector<std::string> on_read_only_disk(const std::vector<std::string>& program, const std::string& place);

/// Nobody may write to a directory of the place while the program runs, root included.
std::vector<std::string> without_write_permission(const std::vector<std::string>& program, const std::string& place);
