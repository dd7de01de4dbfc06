extension HTMLEntities {
  /// The names of HTML 4, those of letters that came later, and other common ones, with their characters.
  static let names: [String: UInt32] = {
    var names: [String: UInt32] = [:]
    for (place, name) in latin1.split(separator: " ").enumerated() {
      names[String(name)] = 0xA0 + UInt32(place)
    }
    for entry in others.split(separator: " ") {
      let parts = entry.split(separator: ":")
      names[String(parts[0])] = UInt32(parts[1], radix: 16)
    }
    return names
  }()

  /// Those that are read without a semicolon, too: the oldest ones.
  static let withoutSemicolon = Set(
    (latin1 + " amp lt gt quot AMP LT GT QUOT COPY REG").split(separator: " ").map(String.init))

  /// The upper half of Latin-1 in its order.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
    micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
    Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
    Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
    ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
    uuml yacute thorn yuml
    """

  /// Names with their characters' numbers, hexadecimal.
  private static let others = """
    quot:22 amp:26 lt:3c gt:3e OElig:152 oelig:153 Scaron:160 scaron:161 Yuml:178 fnof:192 circ:2c6 tilde:2dc \
    Alpha:391 Beta:392 Gamma:393 Delta:394 Epsilon:395 Zeta:396 Eta:397 Theta:398 Iota:399 Kappa:39a Lambda:39b \
    Mu:39c Nu:39d Xi:39e Omicron:39f Pi:3a0 Rho:3a1 Sigma:3a3 Tau:3a4 Upsilon:3a5 Phi:3a6 Chi:3a7 Psi:3a8 Omega:3a9 \
    alpha:3b1 beta:3b2 gamma:3b3 delta:3b4 epsilon:3b5 zeta:3b6 eta:3b7 theta:3b8 iota:3b9 kappa:3ba lambda:3bb \
    mu:3bc nu:3bd xi:3be omicron:3bf pi:3c0 rho:3c1 sigmaf:3c2 sigma:3c3 tau:3c4 upsilon:3c5 phi:3c6 chi:3c7 psi:3c8 \
    omega:3c9 thetasym:3d1 upsih:3d2 piv:3d6 ensp:2002 emsp:2003 thinsp:2009 zwnj:200c zwj:200d lrm:200e rlm:200f \
    ndash:2013 mdash:2014 lsquo:2018 rsquo:2019 sbquo:201a ldquo:201c rdquo:201d bdquo:201e dagger:2020 Dagger:2021 \
    bull:2022 hellip:2026 permil:2030 prime:2032 Prime:2033 lsaquo:2039 rsaquo:203a oline:203e frasl:2044 euro:20ac \
    image:2111 weierp:2118 real:211c trade:2122 alefsym:2135 larr:2190 uarr:2191 rarr:2192 darr:2193 harr:2194 \
    crarr:21b5 lArr:21d0 uArr:21d1 rArr:21d2 dArr:21d3 hArr:21d4 forall:2200 part:2202 exist:2203 empty:2205 \
    nabla:2207 isin:2208 notin:2209 ni:220b prod:220f sum:2211 minus:2212 lowast:2217 radic:221a prop:221d \
    infin:221e ang:2220 and:2227 or:2228 cap:2229 cup:222a int:222b there4:2234 sim:223c cong:2245 asymp:2248 \
    ne:2260 equiv:2261 le:2264 ge:2265 sub:2282 sup:2283 nsub:2284 sube:2286 supe:2287 oplus:2295 otimes:2297 \
    perp:22a5 sdot:22c5 lceil:2308 rceil:2309 lfloor:230a rfloor:230b lang:2329 rang:232a loz:25ca spades:2660 \
    clubs:2663 hearts:2665 diams:2666 apos:27 hyphen:2010 dash:2010 numero:2116 period:2e comma:2c colon:3a semi:3b \
    excl:21 quest:3f lpar:28 rpar:29 num:23 percnt:25 ast:2a plus:2b sol:2f bsol:5c lbrack:5b rbrack:5d lowbar:5f \
    grave:60 vert:7c lcub:7b rcub:7d commat:40 equals:3d dollar:24 Tab:9 NewLine:a AMP:26 LT:3c GT:3e QUOT:22 \
    COPY:a9 REG:ae rsquor:2019 rdquor:201d horbar:2015 nldr:2025 mldr:2026 check:2713 star:2606 starf:2605 \
    phone:260e Abreve:102 abreve:103 Ccaron:10c ccaron:10d Cacute:106 cacute:107 Ecaron:11a ecaron:11b Eogon:118 \
    eogon:119 Aogon:104 aogon:105 Lstrok:141 lstrok:142 Nacute:143 nacute:144 Rcaron:158 rcaron:159 Sacute:15a \
    sacute:15b Zcaron:17d zcaron:17e Zdot:17b zdot:17c Zacute:179 zacute:17a Scedil:15e scedil:15f Gbreve:11e \
    gbreve:11f inodot:131 Idot:130 Odblac:150 odblac:151 Udblac:170 udblac:171 Uring:16e uring:16f midast:2a lsqb:5b \
    rsqb:5d Hat:5e UnderBar:5f DiacriticalGrave:60 lbrace:7b VerticalLine:7c verbar:7c rbrace:7d Amacr:100 amacr:101 \
    Ccirc:108 ccirc:109 Cdot:10a cdot:10b Dcaron:10e dcaron:10f Dstrok:110 dstrok:111 Emacr:112 emacr:113 Edot:116 \
    edot:117 Gcirc:11c gcirc:11d Gdot:120 gdot:121 Gcedil:122 Hcirc:124 hcirc:125 Hstrok:126 hstrok:127 Itilde:128 \
    itilde:129 Imacr:12a imacr:12b Iogon:12e iogon:12f imath:131 IJlig:132 ijlig:133 Jcirc:134 jcirc:135 Kcedil:136 \
    kcedil:137 kgreen:138 Lacute:139 lacute:13a Lcedil:13b lcedil:13c Lcaron:13d lcaron:13e Lmidot:13f lmidot:140 \
    Ncedil:145 ncedil:146 Ncaron:147 ncaron:148 napos:149 ENG:14a eng:14b Omacr:14c omacr:14d Racute:154 racute:155 \
    Rcedil:156 rcedil:157 Scirc:15c scirc:15d Tcedil:162 tcedil:163 Tcaron:164 tcaron:165 Tstrok:166 tstrok:167 \
    Utilde:168 utilde:169 Umacr:16a umacr:16b Ubreve:16c ubreve:16d Uogon:172 uogon:173 Wcirc:174 wcirc:175 \
    Ycirc:176 ycirc:177 IOcy:401 DJcy:402 GJcy:403 Jukcy:404 DScy:405 Iukcy:406 YIcy:407 Jsercy:408 LJcy:409 \
    NJcy:40a TSHcy:40b KJcy:40c Ubrcy:40e DZcy:40f Acy:410 Bcy:411 Vcy:412 Gcy:413 Dcy:414 IEcy:415 ZHcy:416 Zcy:417 \
    Icy:418 Jcy:419 Kcy:41a Lcy:41b Mcy:41c Ncy:41d Ocy:41e Pcy:41f Rcy:420 Scy:421 Tcy:422 Ucy:423 Fcy:424 KHcy:425 \
    TScy:426 CHcy:427 SHcy:428 SHCHcy:429 HARDcy:42a Ycy:42b SOFTcy:42c Ecy:42d YUcy:42e YAcy:42f acy:430 bcy:431 \
    vcy:432 gcy:433 dcy:434 iecy:435 zhcy:436 zcy:437 icy:438 jcy:439 kcy:43a lcy:43b mcy:43c ncy:43d ocy:43e \
    pcy:43f rcy:440 scy:441 tcy:442 ucy:443 fcy:444 khcy:445 tscy:446 chcy:447 shcy:448 shchcy:449 hardcy:44a \
    ycy:44b softcy:44c ecy:44d yucy:44e yacy:44f iocy:451 djcy:452 gjcy:453 jukcy:454 dscy:455 iukcy:456 yicy:457 \
    jsercy:458 ljcy:459 njcy:45a tshcy:45b kjcy:45c ubrcy:45e dzcy:45f
    """
}
