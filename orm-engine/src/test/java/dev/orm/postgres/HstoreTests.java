package dev.orm.postgres;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.error.FieldException;
import dev.orm.error.OrmException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Condition;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import dev.orm.type.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.postgres.ParcelPath.PARCEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HstoreTests {

	private static final List<String> AWKWARD = List.of("a__b", "_a", "a_", "__", "", "keys", "values", "has_key",
			"isnull", "it's \"x\"", "-- ; /*", "\uA7FE\uE001\uA7FE", "1", "ünï");

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Parcels.SCHEMA);

	private static final Manager<Parcel> parcels = Parcels.open(database);

	@Test
	void entriesAreReadAndWritten() {
		Map<String, String> awkward = new HashMap<>();
		awkward.put("quote\"d", "back\\slash => , 'x'");
		awkward.put("nothing", null);
		awkward.put("", "ünï");
		Parcel parcel = new Parcel();
		parcel.setLabels(awkward);
		parcels.save(parcel);
		assertThat(parcels.get("pk", parcel.getId()).getLabels()).isEqualTo(awkward);
		parcels.filter(PARCEL.id.eq(parcel.getId())).update(PARCEL.labels.set(Map.of("n", 5)));
		assertThat(parcels.get("pk", parcel.getId()).getLabels()).isEqualTo(Map.of("n", "5"));
		parcel.setExtra(Map.of("a", "b"));
		parcels.bulkUpdate(List.of(parcel), "extra");
		assertThat(parcels.get("pk", parcel.getId()).getExtra()).isEqualTo(Map.of("a", "b"));
		parcels.delete(parcel);
		assertThat(parcels.get("pk", 1).getExtra()).containsEntry("note", null);
		assertThat(parcels.get("pk", 3).getLabels()).containsEntry("a key", "it's \"x\"");
	}

	@Test
	void reference() {
		// tag::hstore[]
		parcels.filter(PARCEL.labels.key("color").in("red", "blue")).list();
		parcels.filter(PARCEL.labels.contains(Map.of("color", "red"))).list();
		parcels.filter(PARCEL.labels.hasAnyKeys(List.of("size", "weight"))).list();
		parcels.filter("labels__color__istartswith", "bl").orderBy("labels__size").list();
		// end::hstore[]
		assertThat(parcels.filter(PARCEL.labels.hasKey("color")).count()).isEqualTo(2);
	}

	@Test
	void anyTextIsAKeyOfATypedPath() {
		for (String key : AWKWARD) {
			Parcel parcel = new Parcel();
			parcel.setLabels(Map.of(key, "found", key + "x", "other"));
			parcels.save(parcel);
			assertThat(Parcels.ids(parcels.filter(PARCEL.labels.key(key).eq("found")))).as(key)
				.containsExactly(parcel.getId());
			assertThat(parcels.filter(PARCEL.labels.key(key).istartswith("FOU")).flat(PARCEL.labels.key(key)).list())
				.as(key)
				.containsExactly("found");
			parcels.delete(parcel);
		}
	}

	@Test
	void entriesAreComparedByContainment() {
		assertFound(List.of(1L), "labels__contains", Map.of("color", "red"),
				PARCEL.labels.contains(Map.of("color", "red")), "\"labels\" @> ?::hstore");
		assertFound(List.of(2L, 4L), "labels__contained_by", Map.of("color", "blue", "size", "1"),
				PARCEL.labels.containedBy(Map.of("color", "blue", "size", "1")), "\"labels\" <@ ?::hstore");
		assertFound(List.of(2L), "labels", Map.of("color", "blue"), PARCEL.labels.eq(Map.of("color", "blue")),
				"\"labels\" = ?");
		assertFound(List.of(4L), "labels", Map.of(), PARCEL.labels.eq(Map.of()), "\"labels\" = ?");
		assertFound(List.of(2L, 4L), "extra__isnull", true, PARCEL.extra.isNull(), "\"extra\" IS NULL");
		assertFound(List.of(2L, 4L), "extra", null, PARCEL.extra.isNull(), "\"extra\" IS NULL");
	}

	@Test
	void entriesAreFoundByTheirKeys() {
		assertFound(List.of(1L, 2L), "labels__has_key", "color", PARCEL.labels.hasKey("color"),
				"\"labels\" ?? ?::text");
		assertFound(List.of(1L), "labels__has_keys", List.of("color", "size"),
				PARCEL.labels.hasKeys(List.of("color", "size")), "\"labels\" ??& ?::text[]");
		assertFound(List.of(1L, 3L), "labels__has_any_keys", List.of("a key", "size"),
				PARCEL.labels.hasAnyKeys(List.of("a key", "size")), "\"labels\" ??| ?::text[]");
		assertFound(List.of(1L, 2L), "labels__keys__contains", List.of("color"),
				PARCEL.labels.keys().lookup("contains", List.of("color")), "AKEYS(");
		assertFound(List.of(2L), "labels__values__contains", List.of("blue"),
				PARCEL.labels.values().lookup("contains", List.of("blue")), "AVALS(");
		assertFound(List.of(1L), "labels__keys__len", 2, PARCEL.labels.keys().lookup("len", 2), "AKEYS(");
	}

	@Test
	void aKeyLeadsToItsText() {
		assertFound(List.of(1L), "labels__color", "red", PARCEL.labels.key("color").eq("red"), "-> ?::text) = ?");
		assertFound(List.of(1L, 2L), "labels__color__in", List.of("red", "blue"),
				PARCEL.labels.key("color").in("red", "blue"), "= ANY(?::text[])");
		assertFound(List.of(2L), "labels__color__istartswith", "BL", PARCEL.labels.key("color").istartswith("BL"),
				"LIKE UPPER(");
		assertFound(List.of(3L, 4L), "labels__color__isnull", true, PARCEL.labels.key("color").isNull(), "IS NULL");
		assertFound(List.of(3L), "labels__a key__contains", "\"x\"", PARCEL.labels.key("a key").contains("\"x\""),
				"LIKE ?");
		// as in Django, a row without the key is not among the others either: NULL
		assertThat(Parcels.ids(parcels.exclude("labels__color", "red"))).containsExactly(2L);
		assertThat(Parcels.ids(parcels.exclude(PARCEL.labels.key("color").eq("red")))).containsExactly(2L);
	}

	@Test
	void keysAreSelectedAndOrderedBy() {
		assertThat(parcels.orderBy(PARCEL.labels.key("color").asc().nullsLast(), PARCEL.id.asc()).flat("id").list())
			.containsExactly(2L, 1L, 3L, 4L);
		assertThat(parcels.filter(PARCEL.id.lte(2)).orderBy("id").flat(PARCEL.labels.key("color")).list())
			.containsExactly("red", "blue");
		assertThat(parcels.filter("id", 2).annotate("k", F.of("labels__keys")).values("k").list().get(0).get("k"))
			.isEqualTo(List.of("color"));
		assertThat(parcels.filter(PARCEL.labels.key("color").eq(PARCEL.labels.key("size"))).count()).isZero();
	}

	@Test
	void whatFitsNoEntriesIsRefusedBeforeAStatement() {
		QueryLog log = QueryLog.capture(() -> {
			assertThatExceptionOfType(QueryValueException.class)
				.isThrownBy(() -> parcels.filter("labels__has_key", null).list());
			assertThatExceptionOfType(OrmException.class).isThrownBy(() -> parcels.filter("labels", 5).list());
			assertThatExceptionOfType(OrmException.class)
				.isThrownBy(() -> parcels.filter("labels__contains", Map.of("a", "\0")).list());
			assertThatExceptionOfType(FieldException.class)
				.isThrownBy(() -> parcels.filter("labels__color__nope", 1).list());
		});
		assertThat(log.count()).isZero();
		assertThat(Kind.HSTORE.isNumber()).isFalse();
	}

	private static void assertFound(List<Long> ids, String lookup, Object value, Condition<Parcel> typed, String sql) {
		assertThat(Parcels.ids(parcels.filter(lookup, value))).isEqualTo(ids);
		assertThat(Parcels.ids(parcels.filter(Q.of(lookup, value)))).isEqualTo(ids);
		assertThat(Parcels.ids(parcels.filter(typed))).isEqualTo(ids);
		assertThat(QueryLog.capture(() -> parcels.filter(typed).list()).statements().get(0)).contains(sql);
	}

}
