package dev.orm.postgres;

import java.util.List;

import dev.orm.Manager;
import dev.orm.error.QueryValueException;
import dev.orm.expression.F;
import dev.orm.expression.functions.Lexeme;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.expression.Expressions.function;
import static dev.orm.expression.functions.SearchFunctions.searchHeadline;
import static dev.orm.expression.functions.SearchFunctions.searchQuery;
import static dev.orm.expression.functions.SearchFunctions.searchRank;
import static dev.orm.expression.functions.SearchFunctions.searchVector;
import static dev.orm.expression.functions.SearchFunctions.trigramDistance;
import static dev.orm.postgres.ParcelPath.PARCEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Search by the language each row names, options of ranks and headlines, accents. */
class RowLanguageTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Parcels.SCHEMA);

	private static final Manager<Parcel> parcels = Parcels.open(database);

	@Test
	void aColumnNamesTheConfiguration() {
		var vector = searchVector(PARCEL.name).config(PARCEL.language);
		assertThat(Parcels.ids(parcels.annotate("v", vector).filter("v", searchQuery("runs").config(PARCEL.language))))
			.containsExactly(1L);
		assertThat(Parcels.ids(parcels.annotate("v", vector).filter("v", "Hund"))).containsExactly(2L);
		assertThat(Parcels.ids(parcels.filter(PARCEL.name.search(searchQuery("Hund").config(PARCEL.language)))))
			.containsExactly(2L);
		assertThat(Parcels.ids(parcels.filter("name__search", searchQuery("dog").config(F.of("language")))))
			.containsExactly(1L);
		QueryLog log = QueryLog.capture(() -> parcels.annotate("v", vector).filter("v", "Hund").list());
		assertThat(log.statements().get(0)).contains("to_tsvector(\"t0\".\"language\"::regconfig, ",
				"plainto_tsquery(\"t0\".\"language\"::regconfig, ");
	}

	@Test
	void reference() {
		// tag::language[]
		var document = searchVector(PARCEL.name).config(PARCEL.language).as("document");
		var words = searchQuery("runs").config(PARCEL.language);
		List<Parcel> found = parcels.annotate(document).filter("document", words).list();
		// end::language[]
		// tag::trigrams[]
		List<Parcel> similar = parcels.filter(PARCEL.name.trigramSimilar("Runing dogs"))
			.orderBy(trigramDistance(PARCEL.name, "Runing dogs").asc())
			.list();
		List<Parcel> plain = parcels.filter(PARCEL.name.unaccent().icontains("creme")).list();
		// end::trigrams[]
		// tag::lexeme[]
		Lexeme entered = Lexeme.startingWith("run").and(Lexeme.of("cat's").not());
		parcels.filter(PARCEL.name.search(searchQuery(entered))).list();
		// end::lexeme[]
		assertThat(List.of(found.size(), similar.size(), plain.size())).containsExactly(1, 1, 1);
	}

	@Test
	void theLastConfigurationWinsAndWeightsStay() {
		var vector = searchVector(PARCEL.name).config(PARCEL.language).config(PARCEL.language).weight("B");
		assertThat(parcels.filter(PARCEL.id.eq(1L)).flat(vector).list()).containsExactly("'dog':2B 'run':1B");
		assertThat(parcels.filter("id", 1)
			.flat(function("SearchVector", F.of("name"), F.of("language")).option("config_argument", true))
			.list()).containsExactly("'dog':2 'run':1");
	}

	@Test
	void ranksTakeWeightsLengthAndDistance() {
		var vector = searchVector(PARCEL.name).config(PARCEL.language);
		var query = searchQuery("run").config(PARCEL.language);
		var rank = searchRank(vector, query).weights(0.1, 0.2, 0.4, 1).normalization(2).coverDensity();
		QueryLog log = QueryLog
			.capture(() -> assertThat(parcels.annotate(rank.as("rank")).filter("rank__gt", 0).count()).isEqualTo(2));
		assertThat(log.statements().get(0)).contains("ts_rank_cd('{0.1,0.2,0.4,1.0}'::real[], ", ", 2)");
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> parcels
				.annotate("r", function("SearchRank", F.of("name"), "x").option("weights", List.of("'; DROP")))
				.list())
			.withMessageContaining("four numbers");
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(
					() -> parcels.annotate("r", function("SearchRank", F.of("name"), "x").option("weight", 1)).list())
			.withMessageContaining("Choices: weights, normalization, cover_density");
	}

	@Test
	void headlinesMarkWhatWasFoundInTheLanguageOfTheRow() {
		var headline = searchHeadline(PARCEL.name, searchQuery("Hund").config("german")).config(PARCEL.language)
			.marks("[", "]")
			.words(2, 5)
			.shortWord(0)
			.fragments(2, " … ");
		assertThat(parcels.filter(PARCEL.id.eq(2L)).flat(headline).list()).containsExactly("Laufende [Hunde]");
		assertThat(parcels.filter(PARCEL.id.eq(1L))
			.flat(searchHeadline(PARCEL.name, "dog").config("english").wholeText())
			.list()).containsExactly("Running <b>dogs</b>");
	}

	@Test
	void everyTypeOfQueryIsRead() {
		for (List<String> typed : List.of(List.of("plain", "dogs running"), List.of("phrase", "running dogs"),
				List.of("raw", "run & !cat"), List.of("websearch", "\"running dogs\" -cat"))) {
			var query = searchQuery(typed.get(1)).type(typed.get(0)).config("english");
			assertThat(
					Parcels.ids(parcels.annotate("v", searchVector(PARCEL.name).config("english")).filter("v", query)))
				.as(typed.get(0))
				.contains(1L);
		}
		assertThat(Parcels.ids(parcels.filter(PARCEL.name.search(searchQuery(Lexeme.startingWith("dogs"))))))
			.containsExactly(1L);
	}

	@Test
	void lexemesTakePrefixesAndWeightsAndCombine() {
		var title = searchVector(PARCEL.name).config("simple").weight("A");
		var body = searchVector(PARCEL.name).config("simple").weight("D");
		var document = parcels.annotate(title.as("title"), body.as("body"));
		// tag::lexeme-parts[]
		Lexeme inTitles = Lexeme.of("runn").prefix().weight('A');
		Lexeme inTexts = Lexeme.of("laufend").prefix().weight('B').weight('D');
		// end::lexeme-parts[]
		assertThat(Parcels.ids(document.filter("title", searchQuery(inTitles).config("simple")))).containsExactly(1L);
		assertThat(Parcels.ids(document.filter("body", searchQuery(inTexts).config("simple")))).containsExactly(2L);
		assertThat(Parcels.ids(document.filter("title", searchQuery(inTexts).config("simple")))).isEmpty();
		assertThat(Parcels.ids(document.filter("body", searchQuery(inTitles.or(inTexts)).config("simple"))))
			.containsExactly(2L);
		Lexeme neither = inTitles.or(Lexeme.of("laufende")).not().and(Lexeme.of("caf").prefix());
		assertThat(Parcels.ids(document.filter("title", searchQuery(neither).config("simple")))).containsExactly(3L);
		assertThat(List.of(inTitles.text(), inTexts.text())).containsExactly("'runn':*A", "'laufend':*BD");
		assertThat(inTitles).isEqualTo(Lexeme.ofWeight("runn", 'a').prefix()).isNotEqualTo(inTexts);
	}

	@Test
	void aLexemeIsOneWordOfAKnownWeight() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> Lexeme.of(" "))
			.withMessageContaining("cannot be empty");
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> Lexeme.of("x").weight('E'))
			.withMessageContaining("A, B, C or D, not 'E'");
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> Lexeme.of("x").not().prefix())
			.withMessageContaining("call it before");
	}

	@Test
	void accentsAreTakenFromBothSides() {
		assertThat(Parcels.ids(parcels.filter("name__unaccent__icontains", "CRÉME"))).containsExactly(3L);
		assertThat(Parcels.ids(parcels.filter(PARCEL.name.unaccent().icontains("CRÉME")))).containsExactly(3L);
		assertThat(Parcels.ids(parcels.filter(PARCEL.name.lower().unaccent().startswith("cafë")))).containsExactly(3L);
		assertThat(parcels.filter(PARCEL.id.eq(3L)).flat(PARCEL.name.unaccent()).list()).containsExactly("Cafe creme");
	}

	@Test
	void trigramsFindWhatIsSpeltWrong() {
		assertThat(Parcels.ids(parcels.filter(PARCEL.name.trigramSimilar("Runing dogs")))).containsExactly(1L);
		assertThat(Parcels.ids(parcels.filter("name__trigram_word_similar", "dogz"))).contains(1L);
		assertThat(Parcels.ids(parcels.filter(PARCEL.name.trigramWordSimilar("dogz")))).contains(1L);
		assertThat(Parcels.ids(parcels.filter(PARCEL.name.trigramStrictWordSimilar("dog")))).contains(1L);
		assertThat(QueryLog.capture(() -> parcels.filter(PARCEL.name.trigramStrictWordSimilar("x")).list())
			.statements()
			.get(0)).contains("%>> ");
	}

}
