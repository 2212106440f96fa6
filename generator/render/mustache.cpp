#include "render/mustache.hpp"

#include <algorithm>
#include <utility>

#include "render/codes.hpp"
#include "render/parsed.hpp"

namespace lagesbild::render {
namespace {

namespace km = kainjow::mustache;

struct Miss {
  std::size_t tag;
  Code code;
};

// What the library asks for each tag. Never hands it a lambda or a partial under Rules::site: with those a render can fail, and a
// failure writes into the template that other threads are rendering.
class Context final : public km::basic_context<std::string> {
 public:
  void start(const Template::Parsed& parsed, const Data& root) {
    parsed_ = &parsed;
    frames_.clear();
    misses_.clear();
    push(&root);
  }
  const std::vector<Miss>& misses() const { return misses_; }

  void push(const Data* data) override {
    const Data* object = data->is_object() || frames_.empty() ? data : frames_.back().object;
    frames_.push_back({data, object});
  }
  void pop() override { frames_.pop_back(); }

  const Data* get(const std::string& number) const override {
    const std::size_t index = index_of(number);
    const Tag& tag = parsed_->tags[index];
    if (parsed_->rules == Rules::specification) return find_anywhere(tag);
    const Data* found = find_here(tag);
    if (found == nullptr) return miss(index, code::template_missing_value);
    if (tag.kind == Token::Kind::value || tag.kind == Token::Kind::raw) {
      return found->is_string() ? found : miss(index, code::template_not_text);
    }
    const bool shows = found->is_bool() || found->is_object() || found->is_list();
    return shows ? found : miss(index, code::template_section_of_text);
  }

  const Data* get_partial(const std::string& number) const override {
    const auto found = parsed_->recursive.find(parsed_->tags[index_of(number)].name);
    return found == parsed_->recursive.end() ? nullptr : &found->second;
  }

 private:
  struct Frame {
    const Data* data;
    const Data* object;  // it, or the nearest object around it
  };
  const Template::Parsed* parsed_ = nullptr;
  std::vector<Frame> frames_;
  mutable std::vector<Miss> misses_;  // the library asks a const context

  static std::size_t index_of(const std::string& number) {
    std::size_t index = 0;
    for (const char digit : number) index = index * 10 + static_cast<std::size_t>(digit - '0');
    return index;
  }

  const Data* miss(std::size_t tag, Code code) const {
    const auto same = [&](const Miss& m) { return m.tag == tag && m.code == code; };
    if (std::none_of(misses_.begin(), misses_.end(), same)) misses_.push_back({tag, code});
    return nullptr;
  }

  const Data* find_here(const Tag& tag) const {
    if (tag.path.empty()) return frames_.back().data;
    const Data* found = tag.page_wide ? frames_.front().data : frames_.back().object;
    for (const std::string& name : tag.path) {
      found = found->get(name);
      if (found == nullptr) return nullptr;
    }
    return found;
  }

  // The first word of a dotted name decides in which frame; the others are looked up from there only.
  const Data* find_anywhere(const Tag& tag) const {
    if (tag.path.empty()) return frames_.back().data;
    const Data* found = nullptr;
    for (auto frame = frames_.rbegin(); frame != frames_.rend() && found == nullptr; ++frame) found = frame->data->get(tag.path.front());
    for (std::size_t i = 1; i < tag.path.size() && found != nullptr; ++i) found = found->get(tag.path[i]);
    return found;
  }
};

// What the library writes to. It calls this once a page, because we leave it no line ends.
struct Sink {
  std::string& out;
  Sink& operator<<(const std::string& text) {
    out += text;
    return *this;
  }
};

// By value: through references the compiler would have to expect that a store changes them.
void replace(std::string& text, char masked, char shown) {
  for (char& c : text) c = c == masked ? shown : c;
}

// A pass for each mask: that many simple loops over sixteen characters at a time take a tenth of what one loop with choices takes.
void unmask(std::string& text) {
  replace(text, mask::line_feed, '\n');
  replace(text, mask::blank, ' ');
  replace(text, mask::tab, '\t');
  replace(text, mask::carriage_return, '\r');
}

}  // namespace

Data Value::data() const {
  if (const auto* text = std::get_if<std::string>(&state_)) return Data{*text};
  if (const auto* yes = std::get_if<bool>(&state_)) return Data{*yes};
  if (const auto* list = std::get_if<List>(&state_)) {
    Data data{Data::type::list};
    for (const Value& item : *list) data.push_back(item.data());
    return data;
  }
  Data data{Data::type::object};
  for (const auto& [name, value] : std::get<Object>(state_)) data.set(name, value.data());
  return data;
}

struct Renderer::State {
  Context context;
  std::string out;
};

Renderer::Renderer() : state_(std::make_unique<State>()) {}
Renderer::~Renderer() = default;

std::string_view Renderer::render(const Template& page, const Data& data, Diagnostics& diagnostics) {
  const Template::Parsed& parsed = page.parsed();
  state_->out.clear();
  state_->context.start(parsed, data);
  Sink sink{state_->out};
  parsed.engine->render(state_->context, sink);
  state_->out.pop_back();  // the end mark
  unmask(state_->out);
  for (const Miss& miss : state_->context.misses()) {
    const Tag& tag = parsed.tags[miss.tag];
    complain(*tag.file, tag.offset, tag.length, miss.code, {{"name", tag.name}}, diagnostics);
  }
  return state_->out;
}

std::string_view Renderer::render(const Template& page, const Value& value, Diagnostics& diagnostics) {
  return render(page, value.data(), diagnostics);
}

}  // namespace lagesbild::render
