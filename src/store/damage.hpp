#pragma once

#include <string>
#include <string_view>

#include <rung/assessment/assessment_reader.hpp>
#include <rung/store/examine.hpp>
#include <rung/store/open_file.hpp>

namespace rung {

/// What is to be said of an assessment that cannot be read: `bytes` of the file `name`, and why. Offers the newest copy
/// from before an amendment that reads well.
FileFinding describe_unusable(AssessmentReader& reader, const OpenFile& directory, const std::string& name,
                              std::string_view bytes, Diagnostics diagnostics);

}  // namespace rung
