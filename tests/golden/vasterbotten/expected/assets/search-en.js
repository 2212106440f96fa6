window.lagesbild_search={"kinds":["Unit","Former unit","Area","ST forum","Indicator","Page"],"words":{"none":"No matches","one":"1 match","many":"{n} matches","all":"Show all {n} matches","cut":"The first {n} are shown. Type more to get fewer."},"abouts":[""],"found":[
[5,"About this site","om.html",0,""],
[5,"Accessibility","tillganglighet.html",0,""],
[5,"Calendar","kalender.html",0,""],
[5,"Colours, type and parts","stil/delar.html",0,""],
[5,"Data","data.html",0,""],
[5,"How small groups are protected","sma-grupper.html",0,""],
[5,"Measures","atgarder.html",0,""],
[5,"Method","metod.html",0,""],
[5,"Overview","index.html",0,""],
[5,"State of the site","status.html",0,""],
[5,"The plan to staff primary care","plan/vasterbotten-bemanning.html",0,""],
[5,"What has changed","andringar.html",0,""]]};
