#include "indicator/names.h"

#include <string>
#include <unordered_set>

#include "base/text.h"

namespace digue::indicator {

namespace {

// Words apart by spaces, as a set; the views are of literals.
using Words = std::unordered_set<std::string_view>;
Words words(std::initializer_list<std::string_view> lists) {
  Words out;
  for (const auto list : lists)
    for (const auto word : split(list, ' '))
      if (!word.empty()) out.insert(word);
  return out;
}

constexpr std::string_view countries =
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs "
    "bt "
    "bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg "
    "er "
    "es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn "
    "hr "
    "ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li "
    "lk "
    "lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne "
    "nf "
    "ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb "
    "sc "
    "sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt "
    "tv "
    "tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

constexpr std::string_view generic =
    "academy accountant accountants actor adult aero agency airforce alsace amsterdam apartments "
    "app "
    "arab archi army arpa art asia associates attorney auction audio author auto autos baby band "
    "bank "
    "bar barcelona bargains basketball bayern beauty beer berlin best bet bible bid bike bingo bio "
    "biz "
    "black blackfriday blog blue boats bond boo book boston bot boutique box broker brussels build "
    "builders business buy buzz bzh cab cafe cam camera camp cards care career careers casa case "
    "cash "
    "casino cat catering center ceo cfd channel charity chat cheap christmas church city claims "
    "cleaning click clinic clothing cloud club coach codes coffee college cologne com community "
    "company "
    "compare computer condos construction consulting contact contractors cooking cool coop corsica "
    "country coupon coupons courses credit creditcard creditunion cricket cruises cymru cyou dance "
    "data "
    "date dating day deal dealer deals degree delivery democrat dental dentist desi design dev "
    "diamonds "
    "diet digital direct directory discount diy doctor dog domains download earth eat eco edu "
    "education "
    "email energy engineer engineering enterprises equipment estate eus events exchange expert "
    "exposed "
    "express fail faith family fan fans farm fashion feedback film finance financial fish fishing "
    "fit "
    "fitness flights florist flowers foo football forex forsale forum foundation free fun fund "
    "furniture "
    "futbol fyi gal gallery game games garden gay gdn gent gift gifts gives giving glass global "
    "gmbh gold "
    "golf goog gov graphics gratis green gripe group guide guitars guru hair hamburg haus health "
    "healthcare help hiphop hiv hockey holdings holiday homes horse hospital host hosting hot "
    "house how "
    "icu immo immobilien inc industries info ing ink institute insurance insure int international "
    "investments irish ist istanbul java jetzt jewelry jobs joburg juegos kaufen kid kids kim "
    "kitchen "
    "kiwi koeln lat latino law lawyer lease legal lgbt life lifestyle lighting limited limo link "
    "live "
    "living llc loan loans locker lol london lotto love ltd ltda luxe luxury madrid maison makeup "
    "management market marketing markets mba med media meet melbourne meme memorial men menu miami "
    "mil "
    "mobi moda moe mom money monster mortgage moscow motorcycles mov movie museum music name navy "
    "net "
    "network new news nexus ngo ninja nowruz nrw nyc observer one ong onion onl online ooo org "
    "organic "
    "page paris partners parts party pet pharmacy phd phone photo photography photos physio pics "
    "pictures pink pizza place plumbing plus poker porn post press pro productions prof promo "
    "properties property protection pub quebec quest racing radio realestate realtor realty "
    "recipes red "
    "rehab reise reisen rent rentals repair report republican rest restaurant review reviews rich "
    "rip "
    "rocks rodeo rsvp rugby ruhr run ryukyu sale salon sarl save sbs school schule science scot "
    "security select services sex sexy shiksha shoes shop shopping show singles site ski skin "
    "soccer "
    "social software solar solutions soy spa space sport srl storage store stream studio study "
    "style "
    "sucks supplies supply support surf surgery sydney systems taipei tattoo tax taxi team tech "
    "technology tel tennis theater theatre tickets tienda tips tires tirol today tokyo tools top "
    "tours "
    "town toys trade trading training travel trust tube university uno vacations vegas ventures "
    "vet "
    "viajes video villas vin vip vision vlaanderen vodka vote voting voto voyage wales wang watch "
    "watches webcam website wed wedding wiki win wine work works world wtf xin xxx xyz yachts yoga "
    "yokohama you zip zone google aws azure microsoft apple amazon bnpparibas sncf leclerc total "
    // Kept for papers, tests and exercises (RFC 2606).
    "example test invalid";

constexpr std::string_view scripts_of_others =
    "рф бг бел мкд мон срб укр қаз москва онлайн сайт орг ком дети ελ ευ 中国 中國 香港 台湾 公司 "
    "网络 "
    "网址 在线 한국 ไทย भारत";

constexpr std::string_view documents =
    "doc docx docm dot dotm dotx rtf odt xls xlsx xlsm xlsb xlam xll xlt csv ods ppt pptx pptm pps "
    "ppsx "
    "ppam pdf txt log json xml yaml yml ini htm html xhtml shtml mht mhtml svg eml msg pst ost ics "
    "vcf "
    "png jpg jpeg gif bmp webp mp3 mp4 avi mkv evtx evt etl pcap pcapng reg db sqlite bak tmp dat";
constexpr std::string_view programs =
    "exe dll scr pif msi msix msp appx bat cmd ps1 psm1 psd1 vbs vbe vb js jse wsf wsh hta lnk url "
    "jar "
    "class cpl sys ocx bin elf deb rpm apk dmg pkg php asp aspx ashx asmx jsp jspx chm hlp inf scf "
    "settingcontent-ms library-ms iqy slk xla zip rar 7z gz tgz tar bz2 xz cab ace arj lzh lz iso "
    "img "
    "vhd vhdx vmdk ova one onepkg rdp sh py pl rb ko so md mov key pem pfx p12 kdbx locked "
    "encrypted "
    "crypt lockbit";

}  // namespace

bool is_top_level_domain(std::string_view label) {
  static const Words table = words({countries, generic, scripts_of_others});
  return label.starts_with("xn--") ? label.size() > 4 : table.contains(label);
}

bool is_local_domain(std::string_view label) {
  static const Words table = words({"local lan internal intra intranet corp home localdomain ad"});
  return table.contains(label);
}

bool is_file_extension(std::string_view extension) {
  static const Words table = words({documents, programs});
  return table.contains(extension);
}

bool is_rather_file(std::string_view extension) {
  static const Words table = words({"zip mov md sh py ps cab one"});
  return table.contains(extension);
}

bool is_also_word(std::string_view label) {
  static const Words table = words(
      {"ad ai am as at au be ca ci co de do es et id il im in is it je la ma me my na ne no nu "
       "om pa re sa se si so st su to tu us va vu ye art bar best bio book box case contact data "
       "day fail fan free game help how love menu plus red rest run save show total you"});
  return table.contains(label);
}

}  // namespace digue::indicator
