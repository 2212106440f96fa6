// Messages to the one who runs the program: to a terminal as they are, to systemd's journal each line with how grave it is.
#pragma once
#include "base/messages.hpp"

namespace lagesbild::cli {

// To stderr. Where that is the journal (JOURNAL_STREAM names it), lines begin with <3> or <4>, as sd-daemon(3) has it.
void print_messages(const Diagnostics& diagnostics, Language language);

}  // namespace lagesbild::cli
