window.lagesbild_search={"kinds":["Unit","Former unit","Area","ST forum","Indicator","Page"],"words":{"none":"No matches","one":"1 match","many":"{n} matches","all":"Show all {n} matches","cut":"The first {n} are shown. Type more to get fewer."},"abouts":[""],"found":[
[5,"Accessibility","tillganglighet.html",0,""],
[5,"Data","data.html",0,""],
[5,"How small groups are protected","sma-grupper.html",0,""],
[5,"Method","metod.html",0,""],
[5,"Overview","index.html",0,""],
[5,"Published results","publicerat.html",0,""],
[5,"Recommendations","rekommendationer.html",0,""],
[5,"Surveys","enkater.html",0,""],
[5,"Units","enheter.html",0,""],
[0,"Äppelviks vårdcentral","enheter.html",0,"P1"],
[0,"Östra mottagningen","enheter.html",0,"P2"]]};
