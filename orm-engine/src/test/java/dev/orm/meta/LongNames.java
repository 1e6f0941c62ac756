package dev.orm.meta;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** Models with names PostgreSQL would cut. */
final class LongNames {

	private LongNames() {
	}

	@Table(name = "library_tttttttttttttttttttttttttttttttttttttttttttttttttttttttt")
	static class LongTable extends Model {

		@Id
		Long id;

	}

	@Table(name = "library_long_column")
	static class LongColumn extends Model {

		@Id
		Long id;

		@Column(name = "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc")
		String name;

	}

}
