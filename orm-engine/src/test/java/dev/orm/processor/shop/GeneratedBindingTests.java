package dev.orm.processor.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.FieldDescription;
import dev.orm.model.ForeignKey;
import dev.orm.model.ToOne;
import dev.orm.row.RowReader;
import dev.orm.row.StoredValueException;
import dev.orm.test.TestDatabase;
import dev.orm.type.Range;
import dev.orm.type.TypeRegistry;
import dev.orm.type.TypeRequest;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Generated bindings read, get and set fields of all types and visibilities. */
class GeneratedBindingTests {

	private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

	private static final UUID TOKEN = UUID.fromString("00000000-0000-0000-0000-000000000007");

	private static final String ROW = """
			SELECT 'before', timestamptz '2026-01-02 12:00:00+00', timestamptz '2026-01-02 12:00:00+00', 3, 7::bigint, 'Chair',
				19.90::numeric(10, 2), 5, true, 1.5::float8, 0.1::float4, 2::smallint, false, 'LIVE',
				uuid '00000000-0000-0000-0000-000000000007', '\\x0102'::bytea, date '2026-01-02', interval '2 hours',
				ARRAY['a', 'b']::text[], '[2026-01-01,2026-02-01)'::daterange, '{"color": "red"}'::jsonb, 'x:1'::tsvector,
				4::bigint""";

	private static final String NULL_ROW = "SELECT 'before'" + ", NULL".repeat(22);

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	private final EntityBinding<Product> binding = EntityBinding.of(Product.class);

	private final ValueType[] types = types(this.binding);

	private static ValueType[] types(EntityBinding<?> binding) {
		TypeRegistry types = TypeRegistry.standard();
		return binding.describe()
			.fields()
			.stream()
			.map((field) -> types.of((field.relation() != null) ? TypeRequest.of(Long.class) : request(field)))
			.toArray(ValueType[]::new);
	}

	private static TypeRequest request(FieldDescription field) {
		return new TypeRequest(field.javaType(), field.typeArguments(), field.columnType(), field.length(),
				field.precision(), field.scale(), field.is(Flag.JSON), "");
	}

	private static void read(String sql, RowAction action) throws SQLException {
		try (Connection connection = database.dataSource().getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			RowReader reader = new RowReader(rows);
			assertThat(reader.next()).isTrue();
			action.accept(reader);
		}
	}

	private static Map<String, @Nullable Object> expected() {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put("createdAt", NOON);
		values.put("updatedAt", NOON);
		values.put("version", 3);
		values.put("id", 7L);
		values.put("name", "Chair");
		values.put("price", new BigDecimal("19.90"));
		values.put("stockQuantity", 5);
		values.put("active", true);
		values.put("weight", 1.5);
		values.put("ratio", 0.1f);
		values.put("rank", (short) 2);
		values.put("checked", false);
		values.put("status", Product.Status.LIVE);
		values.put("token", TOKEN);
		values.put("picture", new byte[] { 1, 2 });
		values.put("releasedOn", LocalDate.of(2026, 1, 2));
		values.put("warranty", Duration.ofHours(2));
		values.put("keywords", List.of("a", "b"));
		values.put("season", Range.closedOpen(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)));
		values.put("attributes", Map.of("color", "red"));
		values.put("searchVector", "'x':1");
		values.put("category", 4L);
		return values;
	}

	private Map<String, @Nullable Object> values(Product product) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		List<FieldDescription> fields = this.binding.describe().fields();
		for (int i = 0; i < fields.size(); i++) {
			Object value = this.binding.get(product, i);
			values.put(fields.get(i).name(), (value instanceof ToOne<?> handle) ? handle.id() : value);
		}
		return values;
	}

	@Test
	void aRowIsReadIntoFieldsOfAllTypesAndVisibilities() throws SQLException {
		Product product = this.binding.newInstance();
		read(ROW, (row) -> this.binding.read(product, row, this.types, 2));
		assertThat(values(product)).usingRecursiveComparison().isEqualTo(expected());
	}

	@Test
	void eachFieldIsReadByItself() throws SQLException {
		Product product = this.binding.newInstance();
		read(ROW, (row) -> {
			for (int i = 0; i < this.binding.describe().fields().size(); i++) {
				this.binding.read(product, row, this.types, i, i + 2);
			}
		});
		assertThat(values(product)).usingRecursiveComparison().isEqualTo(expected());
	}

	@Test
	void nullIsReadAsNull() throws SQLException {
		Product product = this.binding.newInstance();
		List<FieldDescription> fields = this.binding.describe().fields();
		read(ROW, (row) -> this.binding.read(product, row, this.types, 2));
		read(NULL_ROW, (row) -> {
			for (int i = 0; i < fields.size(); i++) {
				if (!fields.get(i).javaType().isPrimitive()) {
					this.binding.read(product, row, this.types, i, i + 2);
				}
			}
		});
		Map<String, @Nullable Object> values = values(product);
		fields.stream()
			.filter((field) -> field.javaType().isPrimitive())
			.forEach((field) -> values.remove(field.name()));
		assertThat(values.values()).containsOnlyNulls();
		assertThat(product.getCategory()).isNotNull();
	}

	@Test
	void nullIsRefusedByAPrimitive() throws SQLException {
		Product product = this.binding.newInstance();
		List<FieldDescription> fields = this.binding.describe().fields();
		read(NULL_ROW, (row) -> {
			for (int i = 0; i < fields.size(); i++) {
				int field = i;
				if (fields.get(i).javaType().isPrimitive()) {
					assertThatExceptionOfType(StoredValueException.class)
						.isThrownBy(() -> this.binding.read(product, row, this.types, field, field + 2));
				}
			}
		});
	}

	@Test
	void whatIsSetIsWhatIsGot() {
		Product product = this.binding.newInstance();
		List<String> names = List.copyOf(expected().keySet());
		expected().forEach((name, value) -> this.binding.set(product, names.indexOf(name),
				name.equals("category") ? ForeignKey.ofId(value) : value));
		assertThat(values(product)).usingRecursiveComparison().isEqualTo(expected());
	}

	@Test
	void settingNullOnAPrimitiveSetsZero() {
		Product product = this.binding.newInstance();
		product.stockQuantity = 4;
		this.binding.set(product, 6, null);
		assertThat(product.getStockQuantity()).isZero();
	}

	@Test
	void aFieldThatDoesNotExistIsRefused() {
		Product product = this.binding.newInstance();
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> this.binding.get(product, 99))
			.withMessage("Product has no field 99");
	}

	@Test
	void theKeyOfAHiddenGenericParentIsReached() throws SQLException {
		EntityBinding<Library.Section> sections = EntityBinding.of(Library.Section.class);
		Library.Section section = sections.newInstance();
		read("SELECT 'fiction', 'root', 2", (row) -> sections.read(section, row, types(sections), 1));
		assertThat(section.pk()).isEqualTo("fiction");
		assertThat(section.getParent()).isNotNull().extracting(ToOne::id).isEqualTo("root");
		assertThat(sections.get(section, 2)).isEqualTo(2);
	}

	@Test
	void aChildWithATableCountsTheLinksToItsParentsAndSharesTheirKey() throws SQLException {
		EntityBinding<Library.CoverPage> pages = EntityBinding.of(Library.CoverPage.class);
		Library.CoverPage page = pages.newInstance();
		read("SELECT 8, 'Title', 'fiction', 8, 'Body', 8, true", (row) -> pages.read(page, row, types(pages), 1));
		assertThat(page.pk()).isEqualTo(8);
		assertThat(page.title()).isEqualTo("Title");
		assertThat(page.body).isEqualTo("Body");
		assertThat(page.glossy).isTrue();
		assertThat(pages.get(page, 3)).isInstanceOfSatisfying(ToOne.class,
				(link) -> assertThat(link.id()).isEqualTo(8));
	}

	@Test
	void aRelationWhoseTargetHasARelationForKeyStoresThatKey() throws SQLException {
		EntityBinding<Library.Sticker> stickers = EntityBinding.of(Library.Sticker.class);
		Library.Sticker sticker = stickers.newInstance();
		read("SELECT 1, 8", (row) -> stickers.read(sticker, row, types(stickers), 1));
		assertThat(sticker.cover.id()).isEqualTo(8);
	}

	/** Something to do with a row. */
	private interface RowAction {

		void accept(RowReader row);

	}

}
