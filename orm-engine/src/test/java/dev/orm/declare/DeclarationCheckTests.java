package dev.orm.declare;

import java.util.List;
import java.util.function.Consumer;

import dev.orm.declare.Warehouse.Cheap;
import dev.orm.declare.Warehouse.Crate;
import dev.orm.declare.Warehouse.Item;
import dev.orm.declare.Warehouse.Label;
import dev.orm.declare.Warehouse.Owner;
import dev.orm.error.ModelDefinitionException;
import dev.orm.expression.Q;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.DescribedBinding;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.type.TypeRegistry;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import static dev.orm.Functions.count;
import static dev.orm.Functions.lower;
import static dev.orm.Functions.now;
import static dev.orm.declare.CratePath.CRATE;
import static dev.orm.declare.ItemPath.ITEM;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a table cannot keep is refused in words when a model's declarations are read. */
class DeclarationCheckTests {

	private void refuses(Class<? extends Model> model, Consumer<Meta<Model>> meta, String... parts) {
		List<EntityBinding<?>> bindings = List.of(binding(Owner.class, model, meta), binding(Item.class, model, meta),
				binding(Label.class, model, meta), binding(Crate.class, model, meta),
				binding(Cheap.class, model, meta));
		ModelRegistry models = ModelRegistry.bound(bindings, TypeRegistry.standard());
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> models.model(model).declarations())
			.satisfies((ex) -> Assertions.assertThat(ex.getMessage()).contains(parts))
			.satisfies((ex) -> Assertions.assertThat(ex.model()).isNotEmpty());
	}

	private static EntityBinding<?> binding(Class<? extends Model> type, Class<? extends Model> said,
			Consumer<Meta<Model>> meta) {
		return (type == said) ? new DescribedBinding(EntityBinding.of(type).describe(), meta) : EntityBinding.of(type);
	}

	@SuppressWarnings("unchecked")
	private static <T extends Model> Consumer<Meta<Model>> of(Consumer<Meta<T>> meta) {
		return (any) -> meta.accept((Meta<T>) (Meta<?>) any);
	}

	@Test
	void anUnknownAttributeIsRefusedWithTheChoices() {
		refuses(Item.class, (meta) -> meta.index("colour"), "The index of Item names 'colour'",
				"Choices: createdAt, id, name, cost, price, rank, owner, guest", "(meta-path)");
		refuses(Item.class, (meta) -> meta.index("name").include("colour"), "'colour'");
		refuses(Item.class, (meta) -> meta.check("dear", Q.of("colour__gt", 1)), "check 'dear' of Item", "'colour'");
		refuses(Item.class, (meta) -> meta.unique("name").where(Q.of("colour", 1)), "'colour'");
		refuses(Item.class, (meta) -> meta.ordering("-colour"), "The ordering of Item", "'colour'");
		refuses(Item.class, (meta) -> meta.latestBy("colour"), "The latestBy of Item", "'colour'");
		refuses(Item.class, (meta) -> meta.check("dear", Q.of("price__gt", 1)).on("colour"), "'colour'");
	}

	@Test
	void aPathOverARelationIsRefused() {
		refuses(Item.class, of((Meta<Item> meta) -> meta.check("active", ITEM.owner().active.isTrue())),
				"goes over a relation by 'owner__active'", "(meta-path)");
		refuses(Item.class, (meta) -> meta.index("owner__name"), "goes over a relation by 'owner__name'");
		refuses(Owner.class, (meta) -> meta.index("item__name"), "goes over a relation by 'item__name'");
	}

	@Test
	void aScopeIsAboutTheRowItself() {
		refuses(Item.class, of((Meta<Item> meta) -> meta.scope("active", ITEM.owner().active.isTrue())),
				"The scope 'active' of Item goes over a relation by 'owner__active'", "(scope-joins)");
		refuses(Item.class, (meta) -> meta.scope("red", Q.of("colour", "red")), "The scope 'red' of Item", "'colour'");
		refuses(Crate.class, of((Meta<Crate> meta) -> meta.scope("named", CRATE.name.isNotNull())),
				"hint: declare it there");
	}

	@Test
	void aScopeOfANameThatIsTakenIsRefused() {
		refuses(Item.class, (meta) -> {
			meta.scope("cheap", Q.of("price__lt", 1));
			meta.scope("cheap", Q.of("price__lt", 2));
		}, "Meta of Item declares the scope 'cheap' twice", "without(\"cheap\")", "(scope-twice)");
	}

	@Test
	void anOrderingMayGoOverARelationThatIsThere() {
		refuses(Item.class, (meta) -> meta.ordering("owner__colour"), "'colour', which Owner does not have");
	}

	@Test
	void aColumnOfTheParentsTableIsRefused() {
		refuses(Crate.class, of((Meta<Crate> meta) -> meta.index(CRATE.name)),
				"names 'name', whose column is in table item of Item", "(meta-path)");
	}

	@Test
	void aProxyMayNotChangeTheTable() {
		refuses(Cheap.class, (meta) -> meta.index("name"), "proxy Cheap changes the table of Item", "(meta-proxy)");
	}

	@Test
	void whatAnswersDifferentlyEachTimeIsRefused() {
		refuses(Item.class, of((Meta<Item> meta) -> meta.check("past", ITEM.createdAt.lt(now()))),
				"check 'past' of Item calls Now", "(meta-volatile)");
	}

	@Test
	void whatLooksAtOtherRowsIsRefused() {
		refuses(Item.class, of((Meta<Item> meta) -> meta.index(count(ITEM.name)).name("counted")),
				"looks at other rows", "(meta-path)");
	}

	@Test
	void oneNameTwiceIsRefused() {
		refuses(Item.class, (meta) -> {
			meta.index("name").name("twice");
			meta.check("twice", Q.of("price__gt", 1));
		}, "gives the name 'twice' twice", "(meta-name-twice)");
		refuses(Item.class, (meta) -> {
			meta.index("name");
			meta.index("name").where(Q.of("rank", 1));
		}, "gives the name 'item_name_idx' twice");
	}

	@Test
	void aNameTheDatabaseWouldCutIsRefused() {
		refuses(Item.class, (meta) -> meta.index("name").name("n".repeat(64)), "a name of 64 bytes",
				"(meta-name-length)");
	}

	@Test
	void anExpressionWithoutANameIsRefused() {
		refuses(Item.class, of((Meta<Item> meta) -> meta.index(lower(ITEM.name))),
				"is of an expression, from which no name is derived. hint: give it one by name(");
	}

	@Test
	void droppingWhatNobodyDeclaresIsRefused() {
		refuses(Item.class, (meta) -> {
			meta.index("name").name("by_name");
			meta.without("by_names");
		}, "Meta of Item drops 'by_names'", "Did you mean 'by_name'? Choices: by_name");
	}

	@Test
	void anIndexOfNothingIsRefused() {
		refuses(Item.class, (meta) -> meta.index(new String[0]), "The index of Item has no elements");
		refuses(Item.class, (meta) -> meta.exclude("none"), "The exclusion 'none' of Item has no elements");
		refuses(Item.class, (meta) -> meta.exactlyOne("one", "owner"), "give it two attributes or more");
	}

	@Test
	void operatorClassesMustBeOneOrAsManyAsElements() {
		refuses(Item.class, (meta) -> meta.index("name", "cost", "price").opclass("a", "b"),
				"2 operator classes were given for an index of 3 elements");
	}

	@Test
	void aStorageParameterIsAWordAndAValue() {
		refuses(Item.class, (meta) -> meta.index("name").with("fillfactor) --", 70), "A storage parameter is a word");
	}

	@Test
	void aUniqueIndexCannotWaitForTheCommit() {
		refuses(Item.class, (meta) -> meta.unique("name").where(Q.of("rank", 1)).deferred(), "(meta-deferred)");
	}

	@Test
	void whatIsComputedMustBeMarkedAsComputed() {
		refuses(Item.class, of((Meta<Item> meta) -> meta.generated(ITEM.price, ITEM.cost.times(2))),
				"Meta of Item says what 'price' is computed by, and the attribute is no @GeneratedColumn");
		refuses(Item.class, of((Meta<Item> meta) -> meta.generated(ITEM.price, ITEM.owner().id)),
				"goes over a relation by 'owner__id'");
	}

	@Test
	void theKeyMustHoldWhatATableIsPartedBy() {
		refuses(Item.class, of((Meta<Item> meta) -> meta.partitionByRange(ITEM.createdAt)),
				"parts the table by 'createdAt', which its key and all its unique constraints must hold. Key: [id]",
				"(meta-partition)");
	}

	@Test
	void anIndexDoesWhatItsMethodCan() {
		refuses(Item.class, (meta) -> meta.index("-name").using(IndexMethod.HASH),
				"The index of Item is not sorted, as it uses HASH", "(meta-index)");
		refuses(Item.class, (meta) -> meta.index("name").using(IndexMethod.GIN).include("cost"),
				"carries no columns, as it uses GIN. Choices: [BTREE, GIST, SPGIST]");
	}

	@Test
	void aDefaultKnowsNoColumnsAndCountsForWrappersOnly() {
		refuses(Item.class, of((Meta<Item> meta) -> meta.dbDefault(ITEM.price, ITEM.cost)),
				"dbDefault of 'price' of Item names 'cost', and the database knows no columns", "(meta-path)");
		refuses(Owner.class, (meta) -> meta.dbDefault("active", true), "a primitive is never null", "(meta-default)");
		refuses(Item.class, (meta) -> meta.dbDefault("colour", 1), "'colour'", "(meta-path)");
	}

	@Test
	void aLimitNeedsARelationAndAttributesOfItsTarget() {
		refuses(Item.class, (meta) -> meta.limitChoices("name", Q.of("active", true)), "limitChoices of 'name'");
		refuses(Item.class, of((Meta<Item> meta) -> meta.limitChoices("owner", ITEM.cost.gt(java.math.BigDecimal.ONE))),
				"names 'cost', which Owner does not have");
	}

}
