package dev.orm.type;

import java.util.List;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A type of the application's own goes through its codec both ways, also where its Java
 * class is one the engine knows.
 */
class OwnTypeTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create("CREATE TABLE diary (id bigint PRIMARY KEY, secret text NOT NULL)");

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Diary.class))
		.valueTypes(TypeRegistry.standard().with(OwnTypeTests::mirrored))
		.build();

	private final Manager<Diary> diaries = this.orm.manager(Diary.class);

	private static Optional<ValueType> mirrored(TypeRequest request) {
		return request.columnType().equals("mirrored")
				? Optional.of(new ValueType(Kind.TEXT, String.class, "text", null, new MirroringCodec()))
				: Optional.empty();
	}

	@BeforeEach
	void empty() {
		database.execute("DELETE FROM diary", "INSERT INTO diary VALUES (1, 'terces')");
	}

	@Test
	void instancesAreReadByTheCodec() {
		assertThat(this.diaries.get("id", 1).secret).isEqualTo("secret");
		assertThat(this.diaries.filter("secret", "secret").flat("secret").list()).containsExactly("secret");
	}

	@Test
	void aLoadedInstanceIsSavedAsItWas() {
		this.diaries.save(this.diaries.get("id", 1));
		assertThat(this.diaries.filter("secret", "secret").count()).isEqualTo(1);
	}

	@Table(name = "diary")
	static class Diary extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		@Column(type = "mirrored")
		String secret;

	}

}
