package dev.orm.processor;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the compiler says of columns that are told two things at once. */
class ColumnErrorTests {

	/** The part of Jakarta's annotations that these sources use. */
	private static final String[] JAKARTA = { "Size { int min() default 0; int max() default 2147483647; }",
			"Digits { int integer(); int fraction(); }", "Min { long value(); }", "Positive { }", "Email { }" };

	@TempDir
	private Path output;

	private List<String> messages(String attributes) {
		String[] sources = new String[JAKARTA.length + 1];
		for (int i = 0; i < JAKARTA.length; i++) {
			sources[i] = "package jakarta.validation.constraints; public @interface " + JAKARTA[i];
		}
		sources[JAKARTA.length] = "package shop; import dev.orm.annotation.*; import dev.orm.choice.*; import dev.orm.model.*; "
				+ "import jakarta.validation.constraints.*; import java.math.*; "
				+ "@Table class Product extends Model { @Id private Long id; " + attributes + "}";
		return Compilation
			.ofSources(this.output, List.of("-Xlint:all,-processing", "-Werror", "-implicit:none"), sources)
			.messages();
	}

	private void refuses(String attributes, String message) {
		assertThat(messages(attributes)).anySatisfy((text) -> assertThat(text).contains(message));
	}

	@Test
	void whatContradictsItselfIsRefused() {
		refuses("@AutoNow @AutoNowAdd java.time.Instant at;",
				"ERROR at at: Product.at is set by @AutoNow and by @AutoNowAdd");
		refuses("@Column(precision = 2, scale = 5) BigDecimal price;",
				"ERROR at price: Product.price has 5 digits after the point, but 2 in all");
		refuses("@Id @Column(nullable = true) Long other;",
				"ERROR at other: Product.other is a key, which is never null");
	}

	@Test
	void aPrimitiveIsNeverLeftToTheDatabase() {
		refuses("@Column(dbDefault = \"0\") int stock;",
				"ERROR at stock: Product.stock is a primitive, which is never null, so that its dbDefault would never count");
	}

	@Test
	void aComputedColumnIsNothingElse() {
		refuses("@GeneratedColumn(\"1\") @Column(dbDefault = \"0\") Integer stock;",
				"ERROR at stock: Product.stock is a @GeneratedColumn, which has no default");
		refuses("@GeneratedColumn(\"1\") @Version Integer stock;",
				"ERROR at stock: Product.stock is a @GeneratedColumn, so it cannot be the version");
		refuses("@GeneratedColumn(\"now()\") @AutoNow java.time.Instant at;",
				"ERROR at at: Product.at is a @GeneratedColumn, so it cannot be set by @AutoNow");
	}

	@Test
	void onlyTextsHaveCollations() {
		refuses("@Column(collation = \"C\") Integer stock;",
				"ERROR at stock: Product.stock has a collation, but is no text");
	}

	@Test
	void sizesAgree() {
		refuses("@Size(max = 30) @Column(length = 20) String name;",
				"Product.name takes at most 20 characters by @Column(length), but @Size(max = 30) lets more through");
		refuses("@Size(min = 30) @Column(length = 20, checked = true) String name;",
				"Product.name has at least 30 characters by @Size(min), but at most 20 by its column");
		refuses("@Digits(integer = 9, fraction = 2) @Column(precision = 10, scale = 2) BigDecimal price;",
				"Product.price has @Column(precision = 10, scale = 2), but @Digits lets more digits through");
		assertThat(messages("@Size(max = 20) @Column(length = 30) String name; @Email String mail; "
				+ "@Digits(integer = 8, fraction = 2) @Column(precision = 10, scale = 2) BigDecimal price;"))
			.isEmpty();
	}

	@Test
	void anArrayIsMarkedBehindItsElements() {
		refuses("@org.jspecify.annotations.Nullable byte[] picture;",
				"Product.picture has @Nullable at its elements, which are never null: "
						+ "write byte @Nullable [] for an array that may be");
		assertThat(messages("byte @org.jspecify.annotations.Nullable [] picture; byte[] seal; "
				+ "@org.jspecify.annotations.Nullable String[] names;"))
			.isEmpty();
	}

	@Test
	void somethingCheckedSaysWhat() {
		refuses("@Column(checked = true) String name;",
				"Product.name is checked, but says nothing a CHECK could enforce. Choices: an enum, @Choices, @Min");
		assertThat(messages("@Positive @Column(checked = true) int stock;")).isEmpty();
	}

	@Test
	void choicesAreOfTheAttributesType() {
		String text = "enum Text { A } ";
		String number = "enum Number implements IntChoice { A; public int value() { return 1; } } ";
		refuses(text + "@Choices(Text.class) Integer stock;",
				"ERROR at stock: Product.stock has choices of another type: Text stores texts, not numbers");
		refuses(number + "@Choices(Number.class) String name;",
				"Product.name has choices of another type: Number stores numbers, not texts");
		refuses("@Choices(String.class) String name;",
				"Product.name has @Choices(String.class), which is neither an enum nor a ChoiceSource");
		refuses(text + "@Choices(Text.class) java.time.Instant at;",
				"Product.at has @Choices, which is for texts and numbers: it is java.time.Instant");
		refuses("static class Source implements ChoiceSource { Source(int a) { } "
				+ "public java.util.List<ChoiceOption> options() { return java.util.List.of(); } } "
				+ "@Choices(Source.class) String name;", "which needs a constructor without arguments");
		assertThat(messages(text + number + "@Choices(Text.class) String name; @Choices(Number.class) int stock;"))
			.isEmpty();
	}

	@Test
	void oneConstantStandsForWhatIsNotKnown() {
		refuses("enum State { @UnknownChoice A, @UnknownChoice B } State state;",
				"ERROR at state: Product.state cannot be read: State marks several constants @UnknownChoice: A, B");
	}

	@Test
	void aBaseIsThatOfADomain() {
		refuses("@Column(base = \"text\") String name;", "Product.name has @Column(base), but no domain above it");
	}

	@Test
	void whatIsEmbeddedIsARecordOfColumns() {
		refuses("@Embedded String name;",
				"ERROR at name: Product.name is @Embedded, which needs a record without type parameters: it is java.lang.String");
		refuses("record Nothing() { } @Embedded Nothing nothing;",
				"Product.nothing embeds Nothing, which has no components to be columns");
		refuses("record Inner(@Embedded String text) { } record Outer(@Embedded Inner inner) { } @Embedded Outer outer;",
				"ERROR at outer: Product.outer embeds Inner, whose component text is @Embedded, which needs a record");
		refuses("record Node(int a, @Embedded Node next) { } @Embedded Node node;",
				"Product.node embeds Node, whose component next embeds a record it is part of itself");
		refuses("record Odd_(int a_) { } @Embedded Odd_ odd;",
				"Product.odd embeds Odd_, whose component a_ needs another name");
		refuses("record Held(@OnDelete(OnDeleteAction.CASCADE) ForeignKey<Product> product) { } @Embedded Held held;",
				"Product.held embeds Held, whose component product is a relation, which only a model has: make it an "
						+ "attribute of Product");
		refuses("record Odd(Thread thread) { } @Embedded Odd odd;",
				"has type java.lang.Thread, which cannot be a column");
		refuses("record Price(int amount) { } @Embedded Price price; int priceAmount;",
				"have the same column 'price_amount'");
	}

	@Test
	void theKeyIsARecordOfColumnsThatAreNeverNull() {
		refuses("record Key(@Id long hall) { } @Embedded Key key;",
				"Product.key embeds Key, whose component hall is marked @Id: mark the attribute");
		String nullable = "@interface Nullable { } ";
		refuses(nullable + "record Key(@Nullable Long hall) { } @Embedded @Id Key key;",
				"Product.key embeds Key, whose component hall is @Nullable, and no part of a key is ever null");
		refuses("@Table static class Hall extends Model { @Id private Long id; } "
				+ "record Key(@OnDelete(OnDeleteAction.CASCADE) ForeignKey<Hall> hall) { } @Embedded @Id Key key;",
				"make it an attribute of Product, one of several @Id");
	}

	@Test
	void aRelationCannotLeadToARecordOfSeveralColumns() {
		String seat = "record Key(int hall, int number) { } @Table static class Seat extends Model { @Id @Embedded Key key; } ";
		refuses(seat + "@OnDelete(OnDeleteAction.CASCADE) ForeignKey<Seat> seat;",
				"ERROR at seat: Relation Product.seat leads to Seat, whose key has 2 parts; a relation can only store a "
						+ "key of one part. Give Seat an @Id of one column, and make the parts unique by meta.unique(...), "
						+ "or name a unique attribute of it by @ToField");
		refuses(seat + "@ToField(\"key\") @OnDelete(OnDeleteAction.CASCADE) ForeignKey<Seat> seat;",
				"@ToField of Product.seat names 'key', but Seat has no such attribute of one column");
		refuses(seat + "dev.orm.ManyToMany<Seat> seats;",
				"ERROR at seats: Relation Product.seats joins Seat, whose key has 2 parts; a join row can only store a "
						+ "key of one part. Give Seat an @Id of one column");
	}

}
