package dev.orm.succession;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.error.DoesNotExistException;
import dev.orm.succession.Discs.Poem;
import dev.orm.succession.Discs.Verse;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.succession.VersePath.VERSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Places of rows whose keys have several columns. */
class PositionOfKeysTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Poem.class, Verse.class));

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Poem.class, Verse.class))
		.build();

	private final Manager<Poem> poems = this.orm.manager(Poem.class);

	private final Manager<Verse> verses = this.orm.manager(Verse.class);

	private Poem poem;

	private List<Verse> rows;

	@BeforeEach
	void fill() {
		database.truncate("poem", "verse");
		this.poem = this.poems.save(new Poem());
		this.rows = this.verses
			.bulkCreate(List.of(Discs.verse(this.poem, 1), Discs.verse(this.poem, 2), Discs.verse(this.poem, 3)));
	}

	private List<Integer> numbers() {
		return this.poem.verses.flat(VERSE.number).list();
	}

	@Test
	void rowsComeInTheirOrder() {
		this.poem.verses.reorder(List.of(this.rows.get(2), this.rows.get(0)));
		assertThat(numbers()).containsExactly(3, 1, 2);
		this.poem.verses.reorder(List.of(List.of(this.poem.id, 2)));
		assertThat(numbers()).containsExactly(2, 3, 1);
	}

	@Test
	void aRowIsMoved() {
		this.poem.verses.move(this.rows.get(0), 1);
		assertThat(numbers()).containsExactly(2, 1, 3);
		assertThat(this.rows.get(0).place).isEqualTo(1);
	}

	@Test
	void aRowThatIsItsOwnersAlreadyKeepsItsPlace() {
		this.poem.verses.add(this.rows.get(1));
		assertThat(numbers()).containsExactly(1, 2, 3);
	}

	@Test
	void aRowOfAnotherOwnerIsNamed() {
		Verse foreign = this.verses.save(Discs.verse(this.poems.save(new Poem()), 1));
		assertThatExceptionOfType(DoesNotExistException.class)
			.isThrownBy(() -> this.poem.verses.reorder(List.of(foreign)))
			.withMessageContaining("among those of this poem");
	}

}
