#include "produce/pdf/finish.h"

// qpdf 11 gives std::shared_ptr where earlier versions gave its own pointer.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "produce/pdf/artefacts.h"
#include "produce/pdf/sentences.h"
#include "produce/powershell.h"

namespace digue::produce::pdf {

namespace {

// Walks the structure tree, in reading order.
class Structure {
 public:
  explicit Structure(const std::vector<std::string>& figures) : figures_(figures) {}

  void walk(QPDFObjectHandle element, int depth = 0) {
    static constexpr int deepest = 32;  // ours are five deep
    if (depth > deepest || !element.isDictionary()) return;
    complete(element);
    QPDFObjectHandle children = element.getKey("/K");
    if (!children.isArray()) return walk(children, depth + 1);
    for (int i = 0; i < children.getArrayNItems(); ++i) {
      QPDFObjectHandle child = children.getArrayItem(i);
      if (child.isDictionary()) walk(child, depth + 1);
    }
  }

 private:
  void complete(QPDFObjectHandle element) {
    QPDFObjectHandle type = element.getKey("/S");
    if (!type.isName()) return;
    if (type.getName() == "/Figure" && next_ < figures_.size())
      element.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(
                                     shown(figures_[next_++], std::string_view::npos)));
    if (type.getName() == "/TH") scope(element);
  }

  // In the head all cells are headers, of their columns; in another row the first one heads the
  // row.
  void scope(QPDFObjectHandle element) {
    QPDFObjectHandle row = element.getKey("/P");
    bool of_row = false;
    QPDFObjectHandle siblings = row.isDictionary() ? row.getKey("/K") : QPDFObjectHandle::newNull();
    if (siblings.isArray())
      for (int i = 0; i < siblings.getArrayNItems(); ++i) {
        QPDFObjectHandle sibling = siblings.getArrayItem(i);
        if (sibling.isDictionary() && sibling.getKey("/S").isName() &&
            sibling.getKey("/S").getName() == "/TD")
          of_row = true;
      }
    QPDFObjectHandle attributes = QPDFObjectHandle::newDictionary();
    attributes.replaceKey("/O", QPDFObjectHandle::newName("/Table"));
    attributes.replaceKey("/Scope", QPDFObjectHandle::newName(of_row ? "/Row" : "/Column"));
    element.replaceKey("/A", attributes);
  }

  const std::vector<std::string>& figures_;
  std::size_t next_ = 0;
};

// Cairo hangs every element on the root, in a row.  The standard wants one Document there, and the
// items of a list in a list: an item is drawn as its label (LI) then its body, which may take
// pages.
class Grouping {
 public:
  explicit Grouping(QPDF& pdf, const QPDFObjectHandle& tree)
      : pdf_(pdf), tree_(tree), document_(element("/Document", tree)) {}

  void run() {
    QPDFObjectHandle children = tree_.getKey("/K");
    if (!children.isArray()) return;
    for (int i = 0; i < children.getArrayNItems(); ++i) place(children.getArrayItem(i));
    tree_.replaceKey("/K", document_);
  }

 private:
  QPDFObjectHandle element(const char* type, const QPDFObjectHandle& parent) {
    QPDFObjectHandle made = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary());
    made.replaceKey("/Type", QPDFObjectHandle::newName("/StructElem"));
    made.replaceKey("/S", QPDFObjectHandle::newName(type));
    made.replaceKey("/P", parent);
    made.replaceKey("/K", QPDFObjectHandle::newArray());
    return made;
  }

  static void adopt(QPDFObjectHandle parent, QPDFObjectHandle child) {
    child.replaceKey("/P", parent);
    QPDFObjectHandle children = parent.getKey("/K");
    if (!children.isArray()) {  // one child stands alone in Cairo's
      QPDFObjectHandle several = QPDFObjectHandle::newArray();
      if (!children.isNull()) several.appendItem(children);
      parent.replaceKey("/K", several);
      children = several;
    }
    children.appendItem(child);
  }

  void place(QPDFObjectHandle child) {
    const std::string type = child.isDictionary() && child.getKey("/S").isName()
                                 ? child.getKey("/S").getName()
                                 : std::string();
    if (type == "/LBody" && item_.isDictionary()) return adopt(item_, child);
    if (type != "/LI") {
      list_ = item_ = QPDFObjectHandle::newNull();
      return adopt(document_, child);
    }
    if (!list_.isDictionary()) {
      list_ = element("/L", document_);
      adopt(document_, list_);
    }
    item_ = child;
    adopt(list_, child);
  }

  QPDF& pdf_;
  QPDFObjectHandle tree_, document_;
  QPDFObjectHandle list_ = QPDFObjectHandle::newNull(), item_ = QPDFObjectHandle::newNull();
};

std::string completed(const std::string& bytes, Language language,
                      const std::vector<std::string>& figures) {
  QPDF pdf;
  pdf.processMemoryFile("paper", bytes.data(), bytes.size());
  QPDFObjectHandle root = pdf.getRoot();
  root.replaceKey("/Lang",
                  QPDFObjectHandle::newString(language == Language::french ? "fr-FR" : "en-GB"));
  QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
  preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
  root.replaceKey("/ViewerPreferences", preferences);
  QPDFObjectHandle marked = QPDFObjectHandle::newDictionary();
  marked.replaceKey("/Marked", QPDFObjectHandle::newBool(true));
  root.replaceKey("/MarkInfo", marked);
  root.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
  QPDFObjectHandle tree = root.getKey("/StructTreeRoot");
  if (tree.isDictionary()) {
    Grouping(pdf, tree).run();
    Structure(figures).walk(tree);
  }
  mark_artefacts(pdf);
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.write();
  const std::unique_ptr<Buffer> out(writer.getBuffer());
  return {reinterpret_cast<const char*>(out->getBuffer()), out->getSize()};
}

}  // namespace

Result<std::string> finish_pdf(const std::string& bytes, Language language,
                               const std::vector<std::string>& figures) {
  try {
    return completed(bytes, language, figures);
  } catch (const std::exception& error) {
    return fail<sentences::pdf_failed>(Error::Kind::internal, error.what());
  }
}

}  // namespace digue::produce::pdf
