package dev.orm.validate.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Embedded;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.FieldException;
import dev.orm.model.Model;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import dev.orm.validate.ValidationError;
import dev.orm.validate.ValidationErrors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;

import static dev.orm.validate.form.PaperPath.PAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A request's values, taken over into instances. */
class ModelBinderTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(List.of(), Publisher.class, Paper.class, Parcel.class));

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Publisher.class, Paper.class, Parcel.class))
		.build();

	private final Manager<Paper> papers = this.orm.manager(Paper.class);

	private final Manager<Parcel> parcels = this.orm.manager(Parcel.class);

	private final ModelBinder<Paper> form = this.papers.binder(PAPER.title, PAPER.subtitle, PAPER.price, PAPER.pages,
			PAPER.published, PAPER.draft, PAPER.kind, PAPER.words, PAPER.maker);

	@BeforeEach
	void empty() {
		database.truncate("paper", "publisher");
	}

	@Test
	void textsBecomeWhatTheColumnsHold() {
		Paper paper = new Paper();
		ValidationErrors errors = this.form.bind(paper,
				Map.of("title", new String[] { "  Nature " }, "price", "9.90", "pages", List.of("12"), "published",
						"2026-02-03", "draft", "on", "kind", "SCIENCE", "words", List.of("a", "b"), "maker", "7"));
		assertThat(errors.isEmpty()).isTrue();
		assertThat(paper.title).isEqualTo("Nature");
		assertThat(paper.price).isEqualTo(new BigDecimal("9.90"));
		assertThat(paper.pages).isEqualTo(12);
		assertThat(paper.published).isEqualTo(LocalDate.of(2026, 2, 3));
		assertThat(paper.draft).isTrue();
		assertThat(paper.kind).isEqualTo(Paper.Kind.SCIENCE);
		assertThat(paper.words).containsExactly("a", "b");
		assertThat(paper.maker.id()).isEqualTo(7L);
	}

	@Test
	void whatIsNotNamedIsIgnored() {
		Paper paper = new Paper();
		paper.secret = "kept";
		paper.price = BigDecimal.ONE;
		ModelBinder<Paper> title = this.papers.binder(PAPER.title);
		title.bind(paper, Map.of("title", "Nature", "price", "0", "secret", "x", "id", "1", "class", "y"));
		assertThat(paper.title).isEqualTo("Nature");
		assertThat(paper.price).isEqualTo(BigDecimal.ONE);
		assertThat(paper.secret).isEqualTo("kept");
		assertThat(paper.id).isNull();
	}

	@Test
	void whatIsNotGivenStays() {
		Paper paper = new Paper();
		paper.subtitle = "kept";
		this.form.bind(paper, Map.of("title", "Nature"));
		assertThat(paper.subtitle).isEqualTo("kept");
		assertThat(paper.pages).isEqualTo(1);
	}

	@Test
	void anEmptyTextIsNullWhereTheColumnTakesIt() {
		Paper paper = new Paper();
		paper.subtitle = "old";
		paper.published = LocalDate.EPOCH;
		this.form.bind(paper, Map.of("title", " ", "subtitle", "", "published", ""));
		assertThat(paper.title).isEmpty();
		assertThat(paper.subtitle).isNull();
		assertThat(paper.published).isNull();
	}

	@Test
	void aMarkerBesideACheckBoxSaysThatItIsOff() {
		Paper paper = new Paper();
		paper.draft = true;
		this.form.bind(paper, Map.of("title", "Nature"));
		assertThat(paper.draft).isTrue();
		this.form.bind(paper, Map.of("_draft", "on"));
		assertThat(paper.draft).isFalse();
	}

	@Test
	void whatCannotBeConvertedIsSaidAndNotTakenOver() {
		Paper paper = new Paper();
		ValidationErrors errors = this.form.bind(paper, Map.of("price", "cheap", "pages", "1.5", "published",
				"2026-02-30", "kind", "GOSSIP", "maker", "me", "draft", "perhaps"));
		assertThat(errors.byField())
			.isEqualTo(Map.of("price", List.of("Enter a number."), "pages", List.of("Enter a whole number."),
					"published", List.of("Enter a valid date."), "draft", List.of("Enter a valid value."), "kind",
					List.of("Value GOSSIP is not a valid choice."), "maker", List.of("Enter a whole number.")));
		assertThat(errors.codes()).containsOnly("invalid", "invalid_choice");
		assertThat(errors.all().get(0).rejected()).isEqualTo("cheap");
		assertThat(paper.price).isNull();
		assertThat(paper.pages).isEqualTo(1);
	}

	@Test
	void aPrimitiveIsNotLeftEmpty() {
		Paper paper = new Paper();
		assertThat(this.form.bind(paper, Map.of("pages", "")).byField())
			.isEqualTo(Map.of("pages", List.of("This field cannot be null.")));
		assertThat(paper.pages).isEqualTo(1);
	}

	@Test
	void aDocumentTellsNullFromMissing() {
		Paper paper = new Paper();
		paper.subtitle = "old";
		paper.published = LocalDate.EPOCH;
		paper.title = "Nature";
		Map<String, Object> tree = new HashMap<>();
		tree.put("subtitle", null);
		tree.put("price", 12);
		tree.put("draft", true);
		tree.put("words", List.of("a"));
		assertThat(this.form.bindJson(paper, tree).isEmpty()).isTrue();
		assertThat(paper.subtitle).isNull();
		assertThat(paper.published).isEqualTo(LocalDate.EPOCH);
		assertThat(paper.title).isEqualTo("Nature");
		assertThat(paper.price).isEqualByComparingTo("12");
		assertThat(paper.draft).isTrue();
		assertThat(this.form.bindJson(paper, Map.of("subtitle", " x ")).isEmpty()).isTrue();
		assertThat(paper.subtitle).isEqualTo(" x ");
	}

	@Test
	void aDocumentHasTheComponentsOfARecordInAnObject() {
		Parcel parcel = new Parcel();
		ModelBinder<Parcel> weight = this.parcels.binder("weight__kilos", "weight__unit");
		assertThat(weight.bindJson(parcel, Map.of("weight", Map.of("kilos", 3.5, "unit", "kg"))).isEmpty()).isTrue();
		assertThat(parcel.weight).isEqualTo(new Weight(new BigDecimal("3.5"), "kg"));
		assertThat(weight.bindJson(parcel, Map.of("weight__unit", "lb", "weight", Map.of("kilos", 2))).isEmpty())
			.isTrue();
		assertThat(parcel.weight).isEqualTo(new Weight(new BigDecimal("2"), "lb"));
		assertThat(weight.bindJson(parcel, Map.of("weight", 5)).byField()).isEqualTo(Map.of("weight__kilos",
				List.of("Enter a valid value."), "weight__unit", List.of("Enter a valid value.")));
		assertThat(parcel.weight.unit()).isEqualTo("lb");
		assertThat(weight.bindJson(parcel, Collections.singletonMap("weight", null)).isEmpty()).isTrue();
		assertThat(parcel.weight).isNull();
	}

	/** How heavy. */
	record Weight(BigDecimal kilos, @Column(length = 2) String unit) {

	}

	@Table(name = "parcel")
	static class Parcel extends Model {

		@Id
		Long id;

		@Embedded
		@Nullable Weight weight;

	}

	@Test
	void bindingAndValidatingSaysBothByOneStatement() {
		Paper stored = new Paper();
		stored.title = "Nature";
		stored.price = BigDecimal.ONE;
		this.papers.save(stored);
		Paper paper = new Paper();
		assertThat(Queries.count(() -> {
			ValidationErrors errors = this.form.bindAndValidate(paper,
					Map.of("title", "Nature", "price", "x", "maker", "5"));
			assertThat(errors.byField()).containsOnlyKeys("price", "title", "maker");
			assertThat(errors.codes()).containsExactlyInAnyOrder("invalid", "unique", "invalid");
		})).isEqualTo(1);
	}

	@Test
	void onlyTheFieldsOfTheFormAreValidated() {
		Paper paper = new Paper();
		ModelBinder<Paper> title = this.papers.binder("title");
		assertThat(title.bindAndValidate(paper, Map.of("title", "Nature")).isEmpty()).isTrue();
		assertThat(title.bindJsonAndValidate(paper, Map.of("title", "much longer than twenty")).codes())
			.containsExactly("max_length");
	}

	@Test
	void aBinderNamesItsFields() {
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.papers.binder(new String[0]))
			.withMessageContaining("A binder of Paper takes over nothing: name its fields. Choices: [title,");
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.papers.binder("secret"))
			.withMessageContaining("Paper.secret is not edited by people");
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.papers.binder(PAPER.id))
			.withMessageContaining("Paper.id is not edited by people");
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.orm.manager(Publisher.class).binder("papers"))
			.withMessageStartingWith("Publisher.papers has no column, so no binder takes it over. Choices: [name]\n")
			.satisfies((ex) -> {
				assertThat(List.of(ex.model(), ex.attribute())).containsExactly("Publisher", "papers");
				assertThat(ex.choices()).containsExactly("name");
			});
		assertThatExceptionOfType(FieldDoesNotExistException.class).isThrownBy(() -> this.papers.binder("titel"));
	}

	@Test
	void labelsAndHelpAreInTheCallersLanguage() {
		Map<String, String> german = Map.of("paper.title.label", "Titel", "paper.title.help", "Wie auf dem Umschlag");
		Orm translated = Orm.builder()
			.dataSource(database.dataSource())
			.models(List.of(Publisher.class, Paper.class))
			.messages((key, arguments) -> german.get(key))
			.build();
		ModelBinder<Paper> binder = translated.manager(Paper.class).binder(PAPER.title, PAPER.price);
		assertThat(binder.fields().get(0).label()).isEqualTo("Titel");
		assertThat(binder.fields().get(0).help()).isEqualTo("Wie auf dem Umschlag");
		assertThat(binder.fields().get(1).label()).isEqualTo("Price");
		ValidationErrors errors = binder.bindAndValidate(new Paper(), Map.of("title", "x".repeat(30), "price", "1"));
		assertThat(errors.all()).isNotEmpty().allSatisfy((error) -> assertThat(error.label()).isEqualTo("Titel"));
	}

	@Test
	void aFormKnowsLabelsHelpAndChoices() {
		List<FormField> fields = this.form.fields();
		assertThat(fields).extracting(FormField::name)
			.containsExactly("title", "subtitle", "price", "pages", "published", "draft", "kind", "words", "maker");
		assertThat(fields.get(0)).satisfies((title) -> {
			assertThat(title.label()).isEqualTo("Title");
			assertThat(title.help()).isEqualTo("As on the cover");
			assertThat(title.length()).isEqualTo(20);
		});
		assertThat(fields).filteredOn(FormField::required)
			.extracting(FormField::name)
			.containsExactly("title", "price", "pages");
		assertThat(fields.get(6).choices()).extracting((choice) -> choice.label()).containsExactly("News", "Science");
		assertThat(fields.get(8).type()).isEqualTo(Long.class);
	}

	@Test
	void errorsGoToWhatSpringBinds() {
		BindingResult result = new MapBindingResult(new HashMap<>(), "paper");
		ValidationError global = new ValidationError(0, null, "", "odd", "It is odd.", List.of(), null);
		this.form.bind(new Paper(), Map.of("price", "x"))
			.and(new ValidationErrors(List.of(global)))
			.copyTo(result::rejectValue);
		assertThat(result.getFieldErrors()).extracting(FieldError::getField, FieldError::getDefaultMessage)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("price", "Enter a number."));
		assertThat(result.getGlobalErrors()).extracting("code").containsExactly("odd");
		assertThat(Arrays.asList(result.getFieldErrors().get(0).getCodes())).contains("invalid.paper.price");
	}

}
