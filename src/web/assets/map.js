// Draws the street map once site.js has fetched Leaflet. Everything it asks for
// comes from this server.
(() => {
  "use strict";
  const { pins: text, least, most, nearer, farther } = document.querySelector(".street").dataset;
  const pins = JSON.parse(text);
  const map = L.map(document.querySelector(".streets"), {
    attributionControl: false, zoomControl: false, maxZoom: 18, zoomAnimation: false, fadeAnimation: false,
  });
  L.control.zoom({ zoomInTitle: nearer, zoomOutTitle: farther }).addTo(map);
  L.tileLayer("/tiles/{z}/{x}/{y}", { minNativeZoom: Number(least), maxNativeZoom: Number(most), maxZoom: 18 }).addTo(map);
  for (const { at, mark, name, anchor } of pins) {
    const label = document.createElement("span");
    label.textContent = mark;
    const icon = L.divIcon({ className: "pin", html: label, iconSize: [36, 36] });
    const title = mark ? `${mark}: ${name}` : name;
    const pin = L.marker(at, { icon, title, alt: title, keyboard: Boolean(anchor), interactive: Boolean(anchor) }).addTo(map);
    if (anchor) pin.on("click", () => { location.hash = anchor; });
  }
  map.fitBounds(L.latLngBounds(pins.map(({ at }) => at)).pad(0.2), { maxZoom: 16 });
})();
