const GIVEN =
  `Maria Anna Thomas Michael Andreas Elena Peter Laura Daniel Julia Martin Sara Stefan Eva Alexander
  Nina Christian Lena Markus Sofia Jan Katharina Paul Ines David Carla Jonas Marta Lukas Irina Felix
  Olga Tim Yara Simon Leila Max Aisha Ben Mei Leon Hana Noah Priya Emil Fatima Oscar Ingrid Hugo
  Astrid Karl Freya Otto Linnea Erik Sigrid Nils Johanna Lars Greta Björn Tove Mats Ylva Rafael Lucía
  Diego Carmen Pablo Inés Javier Nuria Mateo Alba Luca Giulia Marco Chiara Matteo Elisa Pierre Chloé
  Jules Amélie Luc Zoé Antoine Éloïse Tomasz Agnieszka Paweł Zofia Jakub Kasia Ondřej Eliška Zdeněk
  Jitka Dragan Milica Goran Jelena Dimitri Natasha Sergei Oksana Ivan Svetlana Mehmet Elif Emre Zeynep
  Can Defne Omar Layla Yusuf Noor Amir Parisa Ravi Ananya Arjun Kavya Vikram Meera Wei Xin Jun Ling
  Hao Yan Kenji Yuki Haruto Sakura Min-jun Ji-woo Chidi Ngozi Kwame Abena Tunde Amara Siobhán Cormac
  Aoife Declan Eilidh Rhys Gwen Owain`.split(/\s+/);

const FAMILY =
  `Müller Smith Schmidt Nguyen García Kowalski Novák Rossi Silva Martin Schneider Fischer Weber Meyer
  Wagner Becker Schulz Hoffmann Jones Williams Brown Taylor Davies Wilson Evans Johnson Andersson
  Johansson Nilsson Hansen Olsen Jensen Nielsen Korhonen Virtanen López Martínez Sánchez Pérez Gómez
  Dubois Moreau Laurent Lefèvre Bianchi Romano Colombo Ricci Santos Ferreira Oliveira Costa Popescu
  Ionescu Horváth Nagy Szabó Papadopoulos Yılmaz Kaya Demir Khan Ahmed Hussain Patel Singh Sharma
  Gupta Chen Wang Li Zhang Liu Yang Tanaka Suzuki Sato Kim Park Lee Okafor Adeyemi Mensah O’Brien
  O’Connor MacDonald Murphy Kelly`.split(/\s+/);

const BEFORE =
  `Alt Berg Birken Blum Brand Brunn Burg Dahl Eber Eichen Engel Erlen Falken Feld Fich Fried Gold Grün
  Hagen Hart Heid Hell Hirsch Hof Holz Kalt Kirch König Korn Kraut Kuhn Lang Lind Löwen Mar Mühl Neu
  Nord Ober Ost Rein Rosen Roth Sand Schön Schwarz Silber Sommer Stein Strauß Tann Tief Wald Wasser
  Weiden Weiß Wester Wiesen Winter Wolf Zimmer`.split(/\s+/);

const BEHIND =
  `bach bauer baum beck berg berger brand brink bruch dorf eck eder egger feld felder gard garten graf
  gruber hagen haus hauser heim heimer hof hofer holm holz horst huber kamp land lander lein mann
  mayer meier ner rath rich ring roth rup sen ski son stad stein steiner strand ström tal thaler wald
  weg weiler wirth`.split(/\s+/);

const FIELDS =
  `payments logistics search identity billing messaging maps insurance retail banking health mobility
  energy ads analytics storage streaming games travel education`.split(/\s+/);

const ROLES = [
  "Backend engineer",
  "Senior backend engineer",
  "Staff engineer",
  "Software developer",
  "Platform engineer",
  "Site reliability engineer",
  "Engineering manager",
  "Data engineer",
];

const WITH = `Go Rust Java Kotlin TypeScript Python Elixir Scala Postgres Kafka`.split(/\s+/);

/**
 * The words that people are made of, the most common first: few given names and a few family names
 * are borne by many, most family names by few.
 */
export const WORDS = {
  given: GIVEN,
  family: [...FAMILY, ...BEFORE.flatMap((one) => BEHIND.map((two) => `${one}${two}`))],
  headline: ROLES.flatMap((role) =>
    FIELDS.flatMap((field) => WITH.map((tool) => `${role}, ${field}, ${tool}`)),
  ),
};
