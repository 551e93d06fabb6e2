#include "server/api/trouble.h"

#include "base/json_writer.h"
#include "server/sentences.h"

namespace digue::server {

Trouble trouble_of(const Error& error) {
  switch (error.kind) {
    case Error::Kind::bad_input:
      return {422, error.message};
    case Error::Kind::not_found:
      return {404, error.message};
    case Error::Kind::refused:
      return {409, error.message};
    case Error::Kind::storage:
      return {507, error.message};
    case Error::Kind::internal:
      break;
  }
  return {500, error.message};
}

static const Sentence& title_of(int status) {
  switch (status) {
    case 401:
      return sentences::title_sign_in;
    case 403:
      return sentences::title_not_allowed;
    case 404:
      return sentences::title_not_found;
    case 405:
      return sentences::title_no_such_method;
    case 408:
      return sentences::title_too_slow;
    case 409:
      return sentences::title_conflict;
    case 412:
      return sentences::title_changed;
    case 413:
    case 431:
      return sentences::title_too_big;
    case 422:
      return sentences::title_wrong_value;
    case 429:
      return sentences::title_too_often;
    case 502:
      return sentences::title_provider;
    case 507:
      return sentences::title_storage;
    default:
      return status < 500 ? sentences::title_bad_request : sentences::title_our_fault;
  }
}

http::Response problem(const Trouble& trouble, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("type", "about:blank")
      .member("title", title_of(trouble.status).in(language))
      .member("status", trouble.status)
      .member("detail", trouble.detail.in(language));
  if (!trouble.where.empty()) json.member("where", trouble.where);
  json.end_object();
  auto body = json.take();
  body.insert(body.size() - 1, trouble.more);
  http::Response response{.status = trouble.status, .body = std::move(body)};
  response.with("Content-Type", "application/problem+json");
  response.with("Content-Language", std::string(language_code(language)));
  return response;
}

}  // namespace digue::server
