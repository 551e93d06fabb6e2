// Carriers whose fields have no name but their place.
#include <array>

#include "read/appliance/carriers.h"

namespace digue::read {

namespace {

// Names apart by commas, in order; an empty one is passed over.
struct Layout {
  std::string_view type;
  std::string_view names;
};

// Palo Alto Networks, PAN-OS 10 and 11, "Syslog Field Descriptions"; only as far as what is read.
constexpr std::string_view traffic =
    "future,receive_time,serial,type,subtype,,time_generated,src,dst,natsrc,natdst,rule,srcuser,"
    "dstuser,app,vsys,from,to,inbound_if,outbound_if,logset,,sessionid,repeatcnt,sport,dport,"
    "natsport,natdport,flags,proto,action,bytes,bytes_sent,bytes_received,packets,start,elapsed,"
    "category,,seqno,actionflags,srcloc,dstloc,,pkts_sent,pkts_received,session_end_reason,,,,,"
    "vsys_name,device_name";
constexpr std::string_view threat =
    "future,receive_time,serial,type,subtype,,time_generated,src,dst,natsrc,natdst,rule,srcuser,"
    "dstuser,app,vsys,from,to,inbound_if,outbound_if,logset,,sessionid,repeatcnt,sport,dport,"
    "natsport,natdport,flags,proto,action,misc,threatid,category,severity,direction,seqno,"
    "actionflags,srcloc,dstloc,,contenttype,pcap_id,filedigest,cloud,url_idx,user_agent,filetype,"
    "xff,referer,sender,subject,recipient,reportid,,,,,vsys_name,device_name,,src_uuid,dst_uuid,"
    "http_method";
constexpr std::string_view global_protect =
    "future,receive_time,serial,type,subtype,,time_generated,vsys,eventid,stage,auth_method,"
    "tunnel_type,srcuser,srcregion,machinename,public_ip,public_ipv6,private_ip,private_ipv6,"
    "hostid,serialnumber,client_ver,client_os,client_os_ver,repeatcnt,reason,error,opaque,status,"
    "location,login_duration,connect_method,error_code,portal,seqno,actionflags";
constexpr std::string_view authentication =
    "future,receive_time,serial,type,subtype,,time_generated,vsys,src,srcuser,normalize_user,"
    "object,authpolicy,repeatcnt,authid,vendor,logset,serverprofile,desc,clienttype,event,factorno,"
    "seqno,actionflags,,,,,vsys_name,device_name";
constexpr std::string_view system =
    "future,receive_time,serial,type,subtype,,time_generated,vsys,eventid,object,,,module,severity,"
    "opaque,seqno,actionflags,,,,,vsys_name,device_name";
constexpr std::array<Layout, 5> palo_alto = {{{"TRAFFIC", traffic},
                                              {"THREAT", threat},
                                              {"GLOBALPROTECT", global_protect},
                                              {"AUTHENTICATION", authentication},
                                              {"SYSTEM", system}}};

// "Raw Filter Log Format" of the pfSense documentation; OPNsense writes the same.
constexpr std::string_view filter_start =
    "rulenr,subrulenr,anchor,tracker,interface,reason,action,dir,ipversion";
constexpr std::string_view filter_four = "tos,ecn,ttl,id,offset,flags,protonum,protoname";
constexpr std::string_view filter_six = "class,flowlabel,hoplimit,protoname,protonum";
constexpr std::string_view filter_end = "length,src,dst,sport,dport,datalen";

// Puts the columns that the names stand for; false when the line ends before.
bool put_columns(std::string_view names, std::string_view& rest, Products& products,
                 Scratch& scratch, bool whole) {
  std::string_view name, field;
  Scratch none;
  while (next_column(names, name, none)) {
    if (!next_column(rest, field, scratch)) return !whole;
    if (!name.empty()) products.put(name, field);
  }
  return true;
}

bool is_date(std::string_view text) {
  return text.size() == 19 && text[4] == '/' && text[7] == '/' && text[10] == ' ';
}

}  // namespace

bool carry_palo_alto(std::string_view text, Products& products, Scratch& scratch) {
  // "1,2026/03/08 02:11:07,serial,TYPE,"
  const auto first = text.find(',');
  if (first == std::string_view::npos || !is_date(text.substr(first + 1, 19))) return false;
  const auto serial = text.find(',', first + 1);
  const auto type_at = serial == std::string_view::npos ? serial : text.find(',', serial + 1);
  if (type_at == std::string_view::npos) return false;
  const auto type = text.substr(type_at + 1, text.find(',', type_at + 1) - type_at - 1);
  for (const auto& layout : palo_alto)
    if (layout.type == type) return put_columns(layout.names, text, products, scratch, false);
  products.put("type", type);  // HIPMATCH, CONFIG...: when and of what type is all that is read
  products.put("receive_time", text.substr(first + 1, 19));
  return true;
}

bool carry_filterlog(std::string_view text, Products& products, Scratch& scratch) {
  if (!put_columns(filter_start, text, products, scratch, true)) return false;
  const auto version = products.value_of("ipversion");
  if (version != "4" && version != "6") return false;
  return put_columns(version == "4" ? filter_four : filter_six, text, products, scratch, true) &&
         put_columns(filter_end, text, products, scratch, false);
}

}  // namespace digue::read
