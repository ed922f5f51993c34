export type Applicant = { name: string; email: string; headline: string; location: string };

const LINES = [
  "Yara Benali | Backend engineer, instant payments | Lyon",
  "Kwame Mensah | Senior engineer, core banking | Accra",
  "Elif Demir | Backend engineer, marketplaces | İzmir",
  "Oskar Lindqvist | Platform engineer, telecoms | Göteborg",
  "Mei-Ling Chen | Senior backend engineer, logistics | Taipei",
  "Dmytro Kovalenko | Database engineer, ad exchange | Lviv",
  "Aoife Brennan | Backend engineer, insurance | Cork",
  "Rahul Deshpande | Staff engineer, ride hailing | Pune",
  "Chiara Conti | Backend engineer, e-commerce | Torino",
  "Tendai Moyo | Senior engineer, mobile money | Harare",
  "Hanna Virtanen | Backend engineer, games | Tampere",
  "Diego Morales | Backend engineer, food delivery | Guadalajara",
  "Fatima Zahra Idrissi | Senior engineer, airline booking | Casablanca",
  "Lars van Dijk | Backend engineer, energy trading | Utrecht",
  "Sofía Quintero | Backend engineer, payroll | Medellín",
  "Nikhil Menon | Senior backend engineer, streaming | Kochi",
  "Zuzana Horváthová | Backend engineer, accounting | Košice",
  "Abdi Warsame | Platform engineer, remittances | Nairobi",
  "Camille Lefèvre | Senior engineer, public transport | Nantes",
  "Jakub Nowak | Backend engineer, parcel delivery | Wrocław",
  "Leilani Kahale | Backend engineer, health records | Honolulu",
  "Matteo Ricci | Senior backend engineer, card issuing | Milano",
  "Nadia Rahimi | Backend engineer, identity checks | Hamburg",
  "Pedro Almeida | Staff engineer, brokerage | Porto",
  "Grace Wanjiru | Backend engineer, micro-lending | Nakuru",
  "Henrik Sørensen | Senior engineer, wind farms | Aarhus",
  "Ji-woo Park | Backend engineer, messaging | Busan",
  "Olena Shevchuk | Senior backend engineer, ticketing | Kraków",
  "Tariq Aziz | Backend engineer, hotel booking | Lahore",
  "Anneke de Boer | Backend engineer, tax software | Groningen",
  "Bilal Hussain | Platform engineer, betting exchange | Leeds",
  "Carmen Ionescu | Senior engineer, fraud detection | Cluj-Napoca",
  "Daniel Kiprop | Backend engineer, agritech | Eldoret",
  "Eszter Nagy | Backend engineer, photo printing | Szeged",
  "Felipe Castro | Senior backend engineer, acquiring | Recife",
  "Gabriela Souza | Backend engineer, open banking | Curitiba",
  "Hiroshi Yamamoto | Database engineer, securities | Osaka",
  "Isabel Ruiz | Backend engineer, telemedicine | Sevilla",
  "Jamal Thompson | Backend engineer, point of sale | Birmingham",
  "Katarzyna Wójcik | Senior engineer, ad measurement | Gdańsk",
  "Liam O'Connor | Backend engineer, property search | Galway",
  "Mariam Sow | Senior backend engineer, mobile money | Dakar",
  "Niamh Gallagher | Backend engineer, learning platform | Derry",
  "Omar Farouk | Platform engineer, video | Alexandria",
  "Paulina Sikora | Backend engineer, invoicing | Katowice",
  "Quentin Moreau | Senior engineer, car sharing | Bordeaux",
  "Roya Karimi | Backend engineer, translation tools | Köln",
  "Sanjay Iyer | Senior backend engineer, lending | Chennai",
  "Thandiwe Dlamini | Backend engineer, insurance | Durban",
  "Ulla Rasmussen | Backend engineer, libraries | Odense",
  "Viktor Petrov | Platform engineer, cloud storage | Plovdiv",
  "Wei Zhang | Backend engineer, warehouse robots | Shenzhen",
  "Ximena Vargas | Backend engineer, travel | Cusco",
  "Yusuf Demirci | Senior engineer, payments gateway | Ankara",
  "Zainab Bello | Backend engineer, savings app | Lagos",
  "Andreea Popa | Backend engineer, e-signatures | Iași",
  "Benedikt Huber | Senior engineer, railways | Innsbruck",
  "Chinonso Eze | Backend engineer, school fees | Enugu",
  "Dafydd Pritchard | Backend engineer, council services | Swansea",
  "Emilia Korhonen | Staff engineer, clearing house | Helsinki",
] as const;

/** Sixty people who apply, in the order in which the stories take them. */
export const APPLICANTS: readonly Applicant[] = LINES.map((text) => {
  const [name = "", headline = "", location = ""] = text.split(" | ");
  return { name, email: `${plain(name)}@mail.example`, headline, location };
});

/** A name as the left part of an address. */
export function plain(name: string): string {
  return name
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ".");
}
