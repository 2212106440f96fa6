window.lagesbild_search={"kinds":["Enhet","Tidigare enhet","Område","ST-forum","Indikator","Sida"],"words":{"none":"Inga träffar","one":"1 träff","many":"{n} träffar","all":"Visa alla {n} träffar","cut":"De första {n} visas. Skriv mer för att få färre."},"abouts":[""],"found":[
[0,"Björkens vårdcentral","enheter.html",0,"U2"],
[5,"Data","data.html",0,""],
[5,"Enheter","enheter.html",0,""],
[5,"Färger, text och delar","stil/delar.html",0,""],
[5,"Läget för webbplatsen","status.html",0,""],
[5,"Metod","metod.html",0,""],
[5,"Om webbplatsen","om.html",0,""],
[5,"Så skyddas små grupper","sma-grupper.html",0,""],
[5,"Tillgänglighet","tillganglighet.html",0,""],
[5,"Vad som har ändrats","andringar.html",0,""],
[0,"Åsens vårdcentral","enheter.html",0,"U1"],
[5,"Översikt","index.html",0,""]]};
