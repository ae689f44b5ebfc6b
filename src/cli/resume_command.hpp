#pragma once

#include "open_draft.hpp"

namespace rung::cli {

/// Says how far `assessment` is, and the command that goes on with it, ready to be copied.
void tell_how_to_resume(const AssessCommand& command, const Scene& scene, const OpenedDraft& opened,
                        const Assessment& assessment);

}  // namespace rung::cli
