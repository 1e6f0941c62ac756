package dev.orm.declare;

import java.util.List;
import java.util.Map;

import dev.orm.KeysetPage;
import dev.orm.Orm;
import dev.orm.declare.Warehouse.Cheap;
import dev.orm.declare.Warehouse.Crate;
import dev.orm.declare.Warehouse.Item;
import dev.orm.declare.Warehouse.Label;
import dev.orm.declare.Warehouse.Owner;
import dev.orm.declare.Warehouse.Rental;
import dev.orm.error.FieldException;
import dev.orm.meta.EntityModel;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What Meta methods say is read, orders querysets and is found by name. */
class MetaTests {

	@RegisterExtension
	static final TestDatabase database = Warehouse.database();

	private final Orm orm = Warehouse.orm(database);

	private EntityModel model(Class<?> type) {
		return this.orm.models().model(type);
	}

	@Test
	void querysetsAreOrderedByTheExpressionsOfMeta() {
		assertThat(this.orm.manager(Item.class).all().list()).extracting((item) -> item.name)
			.containsExactly("glue", "nail", "saw");
	}

	@Test
	void aReversedOrderingTurnsThePlaceOfNullsToo() {
		assertThat(this.orm.manager(Item.class).all().reverse().list()).extracting((item) -> item.name)
			.containsExactly("saw", "nail", "glue");
		assertThat(this.orm.manager(Item.class).last()).get().extracting((item) -> item.name).isEqualTo("saw");
	}

	@Test
	void theClassItselfReplacesWhatItsAbstractParentSays() {
		assertThat(this.orm.manager(Label.class).all().list()).extracting((label) -> label.text)
			.containsExactly("new", "old");
	}

	@Test
	void aChildWithATableOfItsOwnIsOrderedAsItsParent() {
		assertThat(this.orm.manager(Crate.class).all().list()).extracting((crate) -> crate.name)
			.containsExactly("glue", "saw");
		assertThat(model(Crate.class).declarations().names()).isEmpty();
	}

	@Test
	void aProxyMayHaveAnOrderingOfItsOwn() {
		assertThat(this.orm.manager(Cheap.class).all().list()).extracting((item) -> item.name)
			.containsExactly("nail", "glue", "saw");
	}

	@Test
	void aRelationIsOrderedAsTheModelItLeadsTo() {
		assertThat(this.orm.manager(Label.class).orderBy("item").list()).extracting((label) -> label.text)
			.containsExactly("new", "old");
		assertThat(this.orm.manager(Label.class).orderBy("-item").list()).extracting((label) -> label.text)
			.containsExactly("old", "new");
	}

	@Test
	void theLatestRowIsToldByWhatTheParentSays() {
		assertThat(this.orm.manager(Item.class).latest().name).isEqualTo("saw");
		assertThat(this.orm.manager(Item.class).earliest().name).isEqualTo("nail");
		assertThat(this.orm.manager(Crate.class).earliest().name).isEqualTo("glue");
	}

	@Test
	void theDatabaseOrdersByTheExpressions() {
		assertThat(orderOf(() -> this.orm.manager(Item.class).all().list()))
			.isEqualTo("\"t0\".\"rank\" DESC NULLS LAST, \"t0\".\"price\" - \"t0\".\"cost\" ASC");
		assertThat(orderOf(() -> this.orm.manager(Label.class).orderBy("-item").list()))
			.matches("(\\S+)\\.\"rank\" ASC NULLS FIRST, \\1\\.\"price\" - \\1\\.\"cost\" DESC");
	}

	private static String orderOf(Runnable work) {
		String sql = QueryLog.capture(work).events().get(0).sql();
		return sql.substring(sql.indexOf("ORDER BY ") + 9);
	}

	@Test
	void groupsHaveNoDefaultOrdering() {
		assertThat(
				QueryLog.capture(() -> this.orm.manager(Item.class).values("rank").annotate(count().as("items")).list())
					.events())
			.singleElement()
			.satisfies((event) -> assertThat(event.sql()).doesNotContain("ORDER BY"));
	}

	@Test
	void pagesByKeysFollowTheOrderingOfMeta() {
		KeysetPage<Cheap> first = this.orm.manager(Cheap.class).all().after(null, 2);
		assertThat(first.items()).extracting((item) -> item.name).containsExactly("nail", "glue");
		assertThat(this.orm.manager(Cheap.class).all().after(first.cursor(), 2).items()).extracting((item) -> item.name)
			.containsExactly("saw");
	}

	@Test
	void pagesByKeysRefuseAnOrderingByExpressions() {
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.orm.manager(Label.class).orderBy("item").after(null, 2))
			.withMessageContaining("Keyset paging needs an ordering by fields and annotations, not by expressions");
	}

	@Test
	void whatHasNoNameIsNamedAsPostgresqlDoes() {
		assertThat(model(Item.class).declarations().names()).containsExactly("belongs", "item_newest_idx",
				"item_owner_id_cost_idx", "item_rank_key", "margin", "one_name_per_owner", "ranked_names_idx");
	}

	@Test
	void aConstraintIsFoundByTheNameErrorsGive() {
		Declarations declarations = model(Item.class).declarations();
		assertThat(declarations.constraint("margin")).get()
			.extracting(DeclaredConstraint::attributes)
			.isEqualTo(List.of("price"));
		assertThat(declarations.constraint("item_rank_key")).get()
			.extracting(DeclaredConstraint::attributes)
			.isEqualTo(List.of("rank"));
		assertThat(declarations.constraint("one_name_per_owner")).get()
			.extracting(DeclaredConstraint::message)
			.isEqualTo("There is one already");
		assertThat(declarations.constraint("another")).isEmpty();
	}

	@Test
	void aChildDropsWhatItsParentSaysByName() {
		Declarations declarations = model(Label.class).declarations();
		assertThat(declarations.names()).containsExactly("label_text_idx");
		assertThat(declarations.extensions()).containsExactly("pg_trgm");
		assertThat(declarations.indexes()).singleElement().satisfies((index) -> {
			assertThat(index.method()).isEqualTo(IndexMethod.GIN);
			assertThat(index.operatorClasses()).containsExactly("gin_trgm_ops");
			assertThat(index.parameters()).isEqualTo(Map.of("fastupdate", "off"));
		});
	}

	@Test
	void aLimitIsFoundByItsRelation() {
		assertThat(model(Item.class).declarations().limit("owner")).isPresent();
		assertThat(model(Item.class).declarations().limit("guest")).isEmpty();
	}

	@Test
	void anExclusionSaysWhichFieldsClash() {
		assertThat(model(Rental.class).declarations().constraint("no_overlap")).get()
			.extracting(DeclaredConstraint::attributes)
			.isEqualTo(List.of("shelf", "period"));
	}

	@Test
	void aModelThatDeclaresNothingHasNoDeclarations() {
		assertThat(model(Owner.class).declarations()).isSameAs(Declarations.NONE);
	}

}
