package lending;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.orm.annotation.Automatic;
import dev.orm.automatic.AutomaticValue;

import org.springframework.jdbc.core.simple.JdbcClient;

// tag::automatic[]
@Automatic(by = Label.Next.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Label {

	class Next implements AutomaticValue<String> {

		private final JdbcClient jdbc;

		Next(JdbcClient jdbc) {
			this.jdbc = jdbc;
		}

		@Override
		public String next(Context context) {
			return "T-" + this.jdbc.sql("SELECT nextval('tool_label')").query(Long.class).single();
		}

	}

}
// end::automatic[]
