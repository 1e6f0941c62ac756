package dev.orm.acceptance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.orm.expression.node.Clause;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.RelationModel;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The Java models must be the ones models.json describes. */
class ShopModelsTests {

	private static final ModelCatalog CATALOG = new CaseReader(null).models();

	private static final ModelRegistry REGISTRY = ModelRegistry.link(new ShopModels().all(CATALOG),
			TypeRegistry.standard());

	static Collection<CaseModel> models() {
		return CATALOG.all();
	}

	@ParameterizedTest
	@MethodSource("models")
	void tablesAndKeysAgree(CaseModel described) {
		EntityModel model = model(described);
		assertThat(model.table()).hasToString(described.table());
		assertThat(model.autoCreated()).isEqualTo(described.autoCreated());
		assertThat(model.key().stream().map(FieldModel::name)).isEqualTo(camelCase(described.key()));
		assertThat(model.description().proxyOf() != null).isEqualTo(described.proxy());
		assertThat(model.ordering()).isEqualTo(described.description()
			.path("ordering")
			.valueStream()
			.map((term) -> Clause.Ordering.named(JavaNames.camelCase(term.asString())))
			.toList());
		assertThat(model.description().uniqueTogether()).isEqualTo(described.description()
			.path("unique_together")
			.valueStream()
			.map((set) -> camelCase(set.valueStream().map(JsonNode::asString).toList()))
			.toList());
	}

	@ParameterizedTest
	@MethodSource("models")
	void columnsAgree(CaseModel described) {
		if (described.proxy()) {
			assertThat(model(described).fields()).hasSameSizeAs(described.fields());
			return;
		}
		Map<String, String> expected = new TreeMap<>();
		for (JsonNode field : described.localFields()) {
			expected.put(JavaNames.camelCase(field.path("name").asString()), describe(field));
		}
		Map<String, String> actual = new TreeMap<>();
		model(described).localFields().forEach((field) -> actual.put(field.name(), describe(field)));
		assertThat(actual).isEqualTo(expected);
	}

	@ParameterizedTest
	@MethodSource("models")
	void relationsAgreeInBothDirections(CaseModel described) {
		for (JsonNode relation : described.description().path("relations")) {
			String name = JavaNames.camelCase(relation.path("name").asString());
			String target = relation.path("target").asString();
			RelationModel forward = model(described).relation(name).orElseThrow();
			assertThat(forward.target().name()).isEqualTo(target);
			assertThat(forward.multiValued()).isEqualTo(relation.path("kind").asString().equals("many_to_many"));
			if (forward.forward()) {
				assertThat(forward.onDelete()).hasToString(relation.path("on_delete").asString());
				assertThat(forward.path().get(0).toField().name())
					.isEqualTo(JavaNames.camelCase(relation.path("to_field").asString()));
			}
			Optional<RelationModel> back = REGISTRY.model(target)
				.flatMap((model) -> model
					.relation(JavaNames.camelCase(relation.path("related_query_name").asString(""))));
			assertThat(back.isPresent()).isEqualTo(!relation.path("related_name").isNull());
			back.ifPresent((found) -> {
				assertThat(found.name()).isEqualTo(JavaNames.camelCase(relation.path("related_name").asString()));
				assertThat(found.target()).isSameAs(model(described));
			});
		}
	}

	private static EntityModel model(CaseModel described) {
		return REGISTRY.model(described.name()).orElseThrow();
	}

	private static List<String> camelCase(List<String> names) {
		return names.stream().map(JavaNames::camelCase).toList();
	}

	private static String describe(JsonNode field) {
		boolean generated = field.path("auto_now").asBoolean(false) || field.path("auto_now_add").asBoolean(false);
		return "%s %s null=%s unique=%s key=%s generated=%s positive=%s".formatted(field.path("column").asString(),
				field.path("db_type").asString(), field.path("null").asBoolean(false),
				field.path("unique").asBoolean(false), field.path("pk").asBoolean(false), generated,
				field.path("positive").asBoolean(false));
	}

	private static String describe(FieldModel field) {
		boolean generated = field.is(Flag.AUTO_NOW) || field.is(Flag.AUTO_NOW_ADD);
		return "%s %s null=%s unique=%s key=%s generated=%s positive=%s".formatted(field.column(),
				field.type().sqlName(), field.nullable(), field.unique(), field.primaryKey(), generated,
				field.is(Flag.POSITIVE));
	}

}
