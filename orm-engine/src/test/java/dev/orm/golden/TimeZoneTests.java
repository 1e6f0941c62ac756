package dev.orm.golden;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.acceptance.shop.Event;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.type.CurrentZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.EventPath.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

/** Two ORMs in one application, each in a time zone of its own. */
class TimeZoneTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

	private final Manager<Event> here = Shop.orm(database).manager(Event.class);

	private final Manager<Event> tokyo = Shop.builder(database).zone(TOKYO).build().manager(Event.class);

	private final LocalDateTime evening = LocalDateTime.parse("2031-05-01T23:30:00");

	@Test
	void datesAreTakenInTheZoneOfTheOrm() {
		Event late = this.here.create(EVENT.title.is("late"), EVENT.startsAt.is(Instant.parse("2031-05-01T20:00:00Z")));
		assertThat(this.here.get("id", late.getId())).isEqualTo(late);
		assertThat(this.here.filter("startsAt__date", LocalDate.of(2031, 5, 1)).list()).containsExactly(late);
		assertThat(this.tokyo.filter("startsAt__date", LocalDate.of(2031, 5, 1)).list()).isEmpty();
		assertThat(this.tokyo.filter("startsAt__date", LocalDate.of(2031, 5, 2)).list()).hasSize(1);
		assertThat(this.tokyo.filter("startsAt__hour", 5).filter("id", late.getId()).exists()).isTrue();
		this.here.delete(late);
	}

	@Test
	void timesWithoutZoneAreOfTheZoneOfTheOrm() {
		Event event = this.tokyo.create(Map.of("title", "evening", "startsAt", this.evening));
		assertThat(event.getStartsAt()).isEqualTo(this.evening.atZone(TOKYO).toInstant());
		assertThat(this.tokyo.filter("startsAt", this.evening).count()).isEqualTo(1);
		assertThat(this.here.filter("startsAt", this.evening).count()).isZero();
		this.here.filter("id", event.getId()).update("startsAt", this.evening);
		assertThat(this.here.get("id", event.getId()).getStartsAt()).isEqualTo(Instant.parse("2031-05-01T23:30:00Z"));
		this.here.delete(event);
	}

	@Test
	void aThreadMayChooseAnother() {
		Event event = this.here.create(Map.of("title", "evening", "startsAt", this.evening));
		assertThat(this.tokyo.filter("startsAt", this.evening).count()).isZero();
		long found = CurrentZone.with(ZoneId.of("UTC"), () -> this.tokyo.filter("startsAt", this.evening).count());
		assertThat(found).isEqualTo(1);
		this.here.delete(event);
	}

}
