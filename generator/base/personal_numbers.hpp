// What a date and four characters are as a number of a person. Knows nothing of how they are written in text (personal_data.cpp).
// Recognised, and where it is said:
// - personal numbers: a day that exists, a number 001-999, a check digit (Folkbokföringslagen 18 §, SKV 704);
// - coordination numbers: the day plus 60 (SKV 707); month 00 or day 60 where the birth date is not known (test numbers of Skatteverket,
//   such as 191500722390; days that the month lacks stand there too, so they are taken);
// - interim numbers: the first of the four is one of TRSUWXJKLMN (Ladok, norEduPersonNIN), or the first two are TF (IVO, schools);
// - national reserve ids XXYYMMDDNNGC of Inera: XX 22-99, or 00 with month 20-99 and day 40-59; two or three letters but IOQVW, then digits
//   (what the check digit is counted over is told in two ways, so it is not looked at);
// - reserve ids of regions, by Inera's list of local reserve ids and the patterns of HL7 Sweden's base profiles: Stockholm 99YYYYNNNNNC;
//   Inera and Halland a day of 32-59; with letters among the last four Västra Götaland, Dalarna, Västerbotten, Sörmland (A123), Värmland,
//   Örebro, Blekinge, Sörmland, Skåne (AB1C), Gävleborg (12M3), Västernorrland (123R).
#pragma once
#include <optional>
#include <string_view>

#include "base/personal_data.hpp"

namespace lagesbild {

// `date`: YYMMDD or YYYYMMDD, digits only; `tail`: four of 0-9, A-Z or anything else. An organisation number is nothing: its third digit is
// at least 2, so it has no month.
std::optional<PersonalKind> kind_of_number(std::string_view date, std::string_view tail);

}  // namespace lagesbild
