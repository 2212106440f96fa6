// A calendar as people's own calendars read it: iCalendar, RFC 5545. Every entry is a whole day and keeps its identity from release to
// release, so that one who subscribes sees a step move and not appear twice.
#pragma once
#include <string>
#include <vector>

#include "view/calendar.hpp"

namespace lagesbild::view {

// The text of the file: UTF-8, CRLF, lines of at most 75 octets. `name` is what the calendar is called.
std::string icalendar(const Context& context, const std::string& name, const std::vector<Due>& entries);

}  // namespace lagesbild::view
