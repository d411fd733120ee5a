// Asks `arsip serve` whether the site has changed, and loads the page again.
// Only served pages name it; what `arsip build` writes has no script.
(function () {
	"use strict";
	var version = new URL(document.currentScript.src).searchParams.get("v");
	var asking = false, lost = false;

	function later() {
		asking = false;
		setTimeout(ask, 1000);
	}

	// A hidden page asks when it is looked at: browsers open few
	// connections to one server, and each that waits holds one.
	function ask() {
		if (asking || document.hidden)
			return;
		asking = true;
		fetch("/_arsip/changes?v=" + version, { cache: "no-store" })
			.then(function (reply) {
				return reply.ok ? reply.text() : version;
			})
			.then(function (now) {
				if (lost || now !== version)
					location.reload();
				else
					later();
			})
			.catch(function () {
				lost = true;
				later();
			});
	}

	document.addEventListener("visibilitychange", ask);
	ask();
})();
