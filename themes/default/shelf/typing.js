/* A code typed by hand: say what is wrong with it, or go to its page. SHANHUO_CODES: those issued. */
(function () {
  "use strict";
  var form = document.getElementById("typing");
  if (!form || typeof SHANHUO_CODES !== "object") return;
  var field = document.getElementById("code");
  var said = document.getElementById("typing-said");
  var alphabet = form.getAttribute("data-alphabet");
  var length = Number(form.getAttribute("data-length"));
  var modulus = alphabet.length;
  var issued = Object.create(null);

  function words(name, value) {
    return form.getAttribute("data-" + name).replace("{found}", value);
  }

  /* The check character: the sum of position and value over all characters is 0 modulo 31. */
  function checked(body) {
    var sum = 0;
    for (var i = 0; i < body.length; i += 1) sum += (i + 1) * alphabet.indexOf(body[i]);
    for (var value = 0; value < modulus; value += 1) {
      if ((sum + length * value) % modulus === 0) return body + alphabet[value];
    }
    return body;
  }

  /* Code, without its check character in the list → whether its address was printed in small letters. */
  SHANHUO_CODES.forEach(function (bodies, small) {
    for (var at = 0; at < bodies.length; at += length - 1) {
      issued[checked(bodies.slice(at, at + length - 1))] = small === 1;
    }
  });

  function tidied(text) {
    return (text.normalize ? text.normalize("NFKC") : text).toUpperCase().replace(/[\s\-_.·]/g, "");
  }

  /* Text of an address; as it stands where it was spoiled on its way. */
  function plain(text) {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      return text;
    }
  }

  function address(code) {
    var small = issued[code];
    return (
      form.getAttribute(small ? "data-small-path" : "data-path") +
      (small ? code.toLowerCase() : code) +
      "/" +
      form.getAttribute("data-suffix") +
      (location.protocol === "file:" ? "index.html" : "")
    );
  }

  /* One wrong character, two that changed places, one too many or too few. */
  function isNear(typed, code) {
    var wrong = [];
    var i;
    if (typed.length === code.length) {
      for (i = 0; i < code.length; i += 1) if (typed[i] !== code[i]) wrong.push(i);
      if (wrong.length === 2) return typed[wrong[0]] === code[wrong[1]] && typed[wrong[1]] === code[wrong[0]];
      return wrong.length === 1;
    }
    var longer = typed.length > code.length ? typed : code;
    var shorter = longer === typed ? code : typed;
    if (longer.length - shorter.length !== 1) return false;
    for (i = 0; i < longer.length; i += 1) if (longer.slice(0, i) + longer.slice(i + 1) === shorter) return true;
    return false;
  }

  function isSwapped(typed, code) {
    return typed.length === code.length && typed.split("").sort().join("") === code.split("").sort().join("");
  }

  function strange(typed) {
    var found = [];
    typed.split("").forEach(function (character) {
      if (alphabet.indexOf(character) < 0 && found.indexOf(character) < 0) found.push(character);
    });
    return found.join(" ");
  }

  function tell(text, near) {
    said.textContent = "";
    var line = document.createElement("p");
    line.textContent = text;
    said.appendChild(line);
    if (near.length) {
      var question = document.createElement("p");
      question.textContent = words("near", "");
      said.appendChild(question);
      near.forEach(function (code) {
        var link = document.createElement("a");
        link.className = "sh-shelf-act sh-typing__near";
        link.href = address(code);
        link.textContent = issued[code] ? code.toLowerCase() : code;
        said.appendChild(link);
      });
    }
  }

  function look() {
    var typed = tidied(field.value);
    if (typed in issued) {
      location.href = address(typed);
      return;
    }
    var near = typed.length > 2 ? Object.keys(issued).filter(isNear.bind(null, typed)).sort() : [];
    var unused = strange(typed);
    if (!typed) tell(words("empty", ""), []);
    else if (unused) tell(words("character", unused), near);
    else if (typed.length < length) tell(words("short", String(typed.length)), near);
    else if (typed.length > length) tell(words("long", String(typed.length)), near);
    else if (checked(typed.slice(0, -1)) === typed) tell(words("unknown", typed), near);
    else if (near.some(isSwapped.bind(null, typed))) tell(words("swapped", ""), near);
    else tell(words("check", ""), near);
    field.setAttribute("aria-invalid", "true");
    field.focus();
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    look();
  });

  field.addEventListener("input", function () {
    field.removeAttribute("aria-invalid");
    said.textContent = "";
  });

  /* Sent before this script was here: the browser asked for this page again, with the code behind it. */
  var sent = /[?&]code=([^&]*)/.exec(location.search);
  if (sent) {
    field.value = plain(sent[1].replace(/\+/g, " "));
    look();
  }
})();
