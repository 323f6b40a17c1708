// Ranked wishes: each choice gets « Monter » and « Descendre », which swap it with its neighbour, and says where it went.
// Without this script the same lists are chosen one by one.
(function () {
  document.querySelectorAll('[data-ranked]').forEach(function (list) {
    var rows = Array.from(list.children);
    var said = document.createElement('p');
    said.className = 'visually-hidden';
    said.setAttribute('role', 'status');
    list.after(said);

    function select(row) { return row.querySelector('select'); }

    function name(row) {
      var chosen = select(row).selectedOptions[0];
      return chosen && chosen.value ? chosen.textContent.trim() : '';
    }

    // A workshop chosen elsewhere cannot be chosen twice.
    function refresh() {
      var taken = rows.map(function (row) { return select(row).value; });
      rows.forEach(function (row, place) {
        Array.from(select(row).options).forEach(function (option) {
          option.disabled = option.value !== '' && option.value !== taken[place] && taken.includes(option.value);
        });
        row.querySelectorAll('button').forEach(function (button) {
          button.disabled = !name(row);
        });
      });
    }

    function move(place, by, button) {
      var other = place + by;
      var here = select(rows[place]);
      var there = select(rows[other]);
      [here, there].forEach(function (field) {
        Array.from(field.options).forEach(function (option) { option.disabled = false; });
      });
      var kept = there.value;
      there.value = here.value;
      here.value = kept;
      refresh();
      said.textContent = name(rows[other]) + ' : vœu ' + (other + 1);
      var next = rows[other].querySelector('button[data-by="' + by + '"]');
      (next && !next.disabled ? next : there).focus();
    }

    rows.forEach(function (row, place) {
      [[-1, 'Monter', '↑'], [1, 'Descendre', '↓']].forEach(function (way) {
        if (place + way[0] < 0 || place + way[0] >= rows.length) { return; }
        var button = document.createElement('button');
        button.type = 'button';
        button.className = 'quiet';
        button.dataset.by = way[0];
        button.setAttribute('aria-label', way[1] + ' le vœu ' + (place + 1));
        button.textContent = way[2];
        button.addEventListener('click', function () { move(place, way[0], button); });
        select(row).before(button);
      });
      select(row).addEventListener('change', refresh);
    });
    refresh();
  });
})();
