// What people call a town that the tables call otherwise: "called as / country /
// name in the table". Ours. The build fails when a name on the right is missing.
export const kAliases = `
NYC/US/New York City|New York/US/New York City|Nueva York/US/New York City
Ciudad de Nueva York/US/New York City|Washington/US/Washington, D.C.
Washington DC/US/Washington, D.C.|DC/US/Washington, D.C.|LA/US/Los Angeles|Philly/US/Philadelphia
Filadelfia/US/Philadelphia|SF/US/San Francisco|Vegas/US/Las Vegas|NOLA/US/New Orleans
Nueva Orleans/US/New Orleans|Quebec City/CA/Québec|Ciudad de Quebec/CA/Québec|Londres/GB/London
Edimburgo/GB/Edinburgh|Newcastle/GB/Newcastle upon Tyne|Ciudad de México/MX/Mexico City
CDMX/MX/Mexico City|La Habana/CU/Havana|Rio/BR/Rio de Janeiro|Cologne/DE/Köln|Colonia/DE/Köln
München/DE/Munich|Múnich/DE/Munich|Frankfurt/DE/Frankfurt am Main|Nuremberg/DE/Nürnberg
Hanover/DE/Hannover|Geneva/CH/Genève|Ginebra/CH/Genève|Wien/AT/Vienna|Viena/AT/Vienna|Roma/IT/Rome
Milano/IT/Milan|Milán/IT/Milan|Napoli/IT/Naples|Nápoles/IT/Naples|Torino/IT/Turin
Firenze/IT/Florence|Florencia/IT/Florence|Venezia/IT/Venice|Venecia/IT/Venice|Seville/ES/Sevilla
Lisboa/PT/Lisbon|Praha/CZ/Prague|Praga/CZ/Prague|Warszawa/PL/Warsaw|Varsovia/PL/Warsaw
Bruxelles/BE/Brussels|Brussel/BE/Brussels|Bruselas/BE/Brussels|Antwerp/BE/Antwerpen
København/DK/Copenhagen|Copenhague/DK/Copenhagen|Gothenburg/SE/Göteborg|Estocolmo/SE/Stockholm
Den Haag/NL/The Hague|La Haya/NL/The Hague|Moskva/RU/Moscow|Moscú/RU/Moscow|Kiev/UA/Kyiv
Atenas/GR/Athens|Bombay/IN/Mumbai|Calcutta/IN/Kolkata|Madras/IN/Chennai|Nueva Delhi/IN/New Delhi
Pekín/CN/Beijing|Peking/CN/Beijing|Tokio/JP/Tokyo|Saigon/VN/Ho Chi Minh City
`.trim().split(/[|\n]/).map((row) => {
  const [called, country, name] = row.split('/');
  return { called, country, name };
});
