"""How a drawing looks: the same rules in the pages' style sheet (drawing.css) and in a file of its own."""

STYLE = """
.dr { font-family: var(--baken-font, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif); }
.dr { background: #fff; forced-color-adjust: none; }
.dr-all text { fill: #1b2730; }
.dr-paper { fill: #fff; }
.dr-band__room { fill: #fff; stroke: #b9c5ce; }
.dr-band__name { fill: var(--baken-brand-soft, #eef3f7); stroke: #b9c5ce; }
.dr-all .dr-lane { font-weight: 700; fill: var(--baken-brand, #14324a); }
.dr-all .dr-lane--upright { text-anchor: middle; }
.dr-box__paper { fill: #fff; }
.dr-box__frame { fill: none; stroke: #4d5d6b; stroke-width: 1.4; }
.dr-box--may .dr-box__frame { stroke-dasharray: 5 4; }
.dr-box--table .dr-box__paper, .dr-box--receiver .dr-box__paper, .dr-box--elsewhere .dr-box__paper { fill: #f5f7f8; }
.dr-box--start .dr-box__paper, .dr-box--outcome .dr-box__paper { fill: var(--baken-brand-soft, #eef3f7); }
.dr-box--start .dr-box__frame, .dr-box--outcome .dr-box__frame { stroke: var(--baken-brand, #14324a); stroke-width: 2; }
.dr-part--gate .dr-part__ground { fill: #fdf6e3; }
.dr-part--lock .dr-part__ground, .dr-part--opens .dr-part__ground { fill: #1b2730; }
.dr-all .dr-part--lock text, .dr-all .dr-part--opens text { fill: #fff; }
.dr-part--bold text { font-weight: 700; }
.dr-key__ground { fill: #1b2730; }
.dr-all .dr-title { font-weight: 700; }
.dr-all .dr-source { fill: #475763; }
.dr-badge { fill: var(--baken-brand, #14324a); }
.dr-all .dr-badge__number { fill: #fff; font-weight: 700; text-anchor: middle; }
.dr-arrow__way { fill: none; stroke: #4d5d6b; stroke-width: 1.5; stroke-linejoin: round; }
.dr-arrow__head { fill: #4d5d6b; }
.dr-arrow--may .dr-arrow__way { stroke-dasharray: 5 4; }
.dr-arrow--else .dr-arrow__way { stroke-dasharray: 1.5 3.5; stroke-linecap: round; stroke-width: 1.8; }
.dr-arrow--must .dr-arrow__way,
.dr-arrow--answer .dr-arrow__way { stroke: var(--baken-brand, #14324a); stroke-width: 2; }
.dr-arrow--must .dr-arrow__head, .dr-arrow--answer .dr-arrow__head { fill: var(--baken-brand, #14324a); }
.dr-sign-full { fill: #1b2730; }
.dr-sign-cut { fill: none; stroke: #fff; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; }
.dr-sign-open { fill: #fff; stroke: #4d5d6b; stroke-width: 1.6; }
.dr-sign-open--dashed { stroke-dasharray: 2.4 2; }
.dr-sign-line { fill: none; stroke: #4d5d6b; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.dr-sign-shackle { fill: none; stroke: #fff; stroke-width: 1.9; }
.dr-sign-key { fill: #fff; }
.dr-sign-gate { fill: #fff; stroke: #7d5200; stroke-width: 1.8; }
.dr-sign--done .dr-sign-full { fill: #0f6b3c; }
.dr-sign--overdue .dr-sign-full { fill: #a91d1c; }
.dr-sign--due .dr-sign-full, .dr-sign--question .dr-sign-full { fill: var(--baken-brand, #14324a); }
.dr-sign--advice .dr-sign-full { fill: #a91d1c; }
.dr-box--done .dr-box__paper { fill: #eef7f1; }
.dr-box--done .dr-box__frame { stroke: #0f6b3c; }
.dr-box--due .dr-box__paper { fill: var(--baken-brand-soft, #eef3f7); }
.dr-box--due .dr-box__frame { stroke: var(--baken-brand, #14324a); stroke-width: 3.5; stroke-dasharray: none; }
.dr-box--overdue .dr-box__paper { fill: #fdf2f1; }
.dr-box--overdue .dr-box__frame { stroke: #a91d1c; stroke-width: 3.5; stroke-dasharray: none; }
.dr-box--not_needed .dr-box__paper, .dr-box--not_needed .dr-part--gate .dr-part__ground { fill: #fff; }
.dr-box--not_needed .dr-box__frame { stroke: #8a97a3; stroke-width: 1; stroke-dasharray: 1.5 3; }
.dr-all .dr-box--not_needed text { fill: #54636f; }
.dr-box--not_needed .dr-badge { fill: #5f6d79; }
.dr-all .dr-box--not_needed .dr-badge__number { fill: #fff; }
.dr-box--not_needed .dr-part--lock .dr-part__ground { fill: #54636f; }
.dr-all .dr-box--not_needed .dr-part--lock text, .dr-all .dr-box--not_needed .dr-part--opens text { fill: #fff; }
.dr-box--cannot_tell .dr-box__frame { stroke: #7d5200; stroke-dasharray: 8 3; }
.dr-arrow--off .dr-arrow__way { stroke: #a5b0b9; }
.dr-arrow--off .dr-arrow__head { fill: #a5b0b9; }
@media print {
  .dr-all text { fill: #000; }
  .dr-box__paper, .dr-band__name, .dr-part--gate .dr-part__ground { fill: #fff !important; }
  .dr-box__frame, .dr-arrow__way, .dr-band__room, .dr-band__name { stroke: #000 !important; }
  .dr-arrow__head { fill: #000 !important; }
  .dr-part--lock .dr-part__ground, .dr-part--opens .dr-part__ground, .dr-key__ground, .dr-badge {
    fill: #000 !important;
    print-color-adjust: exact;
  }
  .dr-sign-full { fill: #000 !important; }
  .dr-sign-gate { stroke: #000 !important; }
}
"""
