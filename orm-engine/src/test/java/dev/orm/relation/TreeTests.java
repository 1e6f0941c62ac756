package dev.orm.relation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Tree;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.error.QueryValueException;
import dev.orm.expression.QuerySource;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.expression.Expressions.subquery;
import static dev.orm.relation.BranchPath.BRANCH;
import static dev.orm.relation.LeafPath.LEAF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** docs/reference/trees.md. */
class TreeTests {

	private static final List<Class<? extends Model>> MODELS = List.of(Branch.class, Leaf.class);

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), MODELS));

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(MODELS).build();

	private final Manager<Branch> branches = this.orm.manager(Branch.class);

	private final Manager<Leaf> leaves = this.orm.manager(Leaf.class);

	private final Tree<Branch> tree = Tree.of(BRANCH.parent);

	/** 1 is the root of 2 and 3, 2 of 4 and 5, 5 of 6; 7 stands alone. */
	@BeforeEach
	void plant() {
		database.truncate("branch", "leaf");
		database.execute("INSERT INTO branch (parent_id) VALUES (NULL), (1), (1), (2), (2), (5), (NULL)",
				"INSERT INTO leaf (branch_id) SELECT id FROM branch");
	}

	private List<Long> keys(QuerySource rows) {
		return this.branches.filter(BRANCH.id.in(rows)).orderBy("id").flat(BRANCH.id).list();
	}

	@Test
	void rowsBelowAndAboveAreFoundByOneStatement() {
		Branch second = this.branches.get(2L);
		// tag::tree[]
		Tree<Branch> tree = Tree.of(BRANCH.parent);
		List<Branch> below = this.branches.filter(BRANCH.id.in(tree.descendantsOf(second))).list();
		List<Branch> above = this.branches.filter(BRANCH.id.in(tree.ancestorsOf(second))).list();
		// end::tree[]
		assertThat(below).extracting((branch) -> branch.id).containsExactlyInAnyOrder(4L, 5L, 6L);
		assertThat(above).extracting((branch) -> branch.id).containsExactly(1L);
		assertThat(Queries.count(() -> keys(tree.descendantsOf(second)))).isOne();
		assertThat(keys(tree.inclusive().descendantsOf(second))).containsExactly(2L, 4L, 5L, 6L);
		assertThat(keys(tree.inclusive().ancestorsOf(List.of(6, 3)))).containsExactly(1L, 2L, 3L, 5L, 6L);
		assertThat(keys(tree.ancestorsOf(List.of(7)))).isEmpty();
		assertThat(keys(tree.descendantsOf(List.of()))).isEmpty();
	}

	@Test
	void rowsOfAnotherModelHangOnTheTree() {
		Branch second = this.branches.get(2L);
		// tag::leaves[]
		List<Leaf> leaves = this.leaves.filter(LEAF.branch.in(this.tree.inclusive().descendantsOf(second))).list();
		// end::leaves[]
		assertThat(leaves).extracting((leaf) -> leaf.branch.id()).containsExactlyInAnyOrder(2L, 4L, 5L, 6L);
		assertThat(this.leaves.filter(LEAF.branch().parent.in(this.tree.descendantsOf(second))).count()).isOne();
		assertThat(this.leaves.exclude(LEAF.branch.in(this.tree.descendantsOf(second))).count()).isEqualTo(4);
	}

	@Test
	void theStatementIsARecursiveTable() {
		QueryLog log = QueryLog
			.capture(() -> this.branches.filter(BRANCH.id.in(this.tree.descendantsOf(List.of(2L)))).list());
		assertThat(log.statements())
			.containsExactly("SELECT \"t0\".\"id\", \"t0\".\"parent_id\" FROM \"branch\" \"t0\" WHERE"
					+ " \"t0\".\"id\" IN (WITH RECURSIVE \"tree\" (\"id\") AS ((SELECT \"t0\".\"id\" FROM \"branch\" \"t0\" WHERE"
					+ " \"t0\".\"parent_id\" = ANY(?)) UNION (SELECT \"t0\".\"id\" FROM \"branch\" \"t0\" INNER JOIN \"tree\" \"tree\""
					+ " ON \"t0\".\"parent_id\" = \"tree\".\"id\")) SELECT \"u0\".\"id\" FROM \"branch\" \"u0\" INNER JOIN \"tree\""
					+ " \"tree\" ON \"u0\".\"id\" = \"tree\".\"id\")");
	}

	@Test
	void theRowsToStartFromMayBeAQuery() {
		QuerySource roots = this.branches.filter(BRANCH.parent.isNull());
		assertThat(keys(this.tree.descendantsOf(roots))).containsExactly(2L, 3L, 4L, 5L, 6L);
		assertThat(keys(this.tree.inclusive().ancestorsOf(this.branches.filter(BRANCH.id.gt(4L))))).containsExactly(1L,
				2L, 5L, 6L, 7L);
	}

	@Test
	void rowsAreUpdatedDeletedAndCountedByIt() {
		assertThat(this.leaves.filter(LEAF.branch.in(this.tree.descendantsOf(List.of(2)))).delete().total())
			.isEqualTo(3);
		assertThat(
				this.branches.filter(BRANCH.id.in(this.tree.descendantsOf(List.of(5)))).update(BRANCH.parent.set(3L)))
			.isOne();
		assertThat(keys(this.tree.descendantsOf(List.of(3)))).containsExactly(6L);
	}

	@Test
	void circlesEnd() {
		database.execute("UPDATE branch SET parent_id = 6 WHERE id = 1");
		assertThat(keys(this.tree.descendantsOf(List.of(2)))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
		assertThat(keys(this.tree.ancestorsOf(List.of(2)))).containsExactly(1L, 2L, 5L, 6L);
	}

	/** A law: what the database finds is what a walk over the rows finds. */
	@Test
	void randomForestsAreWalkedAlike() {
		Random random = new Random(20261129);
		for (int round = 0; round < 5; round++) {
			database.truncate("branch", "leaf");
			Map<Long, Long> parents = new TreeMap<>();
			for (long id = 1; id <= 40; id++) {
				long parent = random.nextLong(id);
				parents.put(id, parent);
				database.execute("INSERT INTO branch (parent_id) VALUES (" + ((parent == 0) ? "NULL" : parent) + ")");
			}
			for (long start = 1; start <= 40; start += 7) {
				assertThat(keys(this.tree.descendantsOf(List.of(start)))).isEqualTo(below(parents, start));
				assertThat(keys(this.tree.ancestorsOf(List.of(start)))).isEqualTo(above(parents, start));
			}
		}
	}

	private static List<Long> below(Map<Long, Long> parents, long start) {
		Set<Long> found = new LinkedHashSet<>(Set.of(start));
		parents.forEach((id, parent) -> {
			if (found.contains(parent)) {
				found.add(id);
			}
		});
		found.remove(start);
		return new ArrayList<>(found);
	}

	private static List<Long> above(Map<Long, Long> parents, long start) {
		List<Long> found = new ArrayList<>();
		for (long at = parents.get(start); at != 0; at = parents.get(at)) {
			found.add(0, at);
		}
		return found;
	}

	@Test
	void whatIsNoTreeIsRefusedBeforeAnythingIsSent() {
		refused("A row of the tree by 'parent' has no key", () -> this.tree.descendantsOf(new Branch()));
		refused("Leaf has no relation 'parent' from its rows to each other",
				() -> this.leaves.filter(LEAF.id.in(this.tree.descendantsOf(List.of(1)))).list());
		refused("A branch of a tree is compared with a relation or a key",
				() -> this.branches.annotate(subquery(this.tree.descendantsOf(List.of(1))).as("x")).list());
	}

	private static void refused(String message, Runnable work) {
		assertThat(Queries.count(() -> assertThatExceptionOfType(QueryValueException.class).isThrownBy(work::run)
			.withMessageContaining(message))).isZero();
	}

	@Table(name = "branch")
	static class Branch extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@Nullable ForeignKey<Branch> parent;

	}

	@Table(name = "leaf")
	static class Leaf extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Branch> branch;

	}

}
