package dev.orm.boot.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.boot.test.library.Author;
import dev.orm.boot.test.library.Library;
import dev.orm.signal.PostSave;
import dev.orm.signal.PreSave;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** Listeners hear of instances in tests, unless a test says otherwise. */
@OrmTest
@ContextConfiguration(classes = Library.class)
@Import(MuteEventsTests.Heard.class)
class MuteEventsTests {

	@Autowired
	private Manager<Author> authors;

	@Autowired
	private Heard heard;

	@BeforeEach
	void empty() {
		this.heard.events.clear();
	}

	@Test
	void listenersHearOfInstances() {
		this.authors.create(Map.of("name", "Ada"));
		assertThat(this.heard.events).containsExactly("saving", "saved");
	}

	// tag::mute[]
	@Test
	@MuteEvents(PostSave.class)
	void aMutedEventReachesNobody() {
		this.authors.create(Map.of("name", "Ada"));
		assertThat(this.heard.events).containsExactly("saving");
	}
	// end::mute[]

	@Test
	@MuteEvents
	void allEventsMayBeMuted() {
		this.authors.create(Map.of("name", "Ada"));
		assertThat(this.heard.events).isEmpty();
	}

	static class Heard {

		private final List<String> events = new ArrayList<>();

		@EventListener
		void saving(PreSave<Author> event) {
			this.events.add("saving");
		}

		@EventListener
		void saved(PostSave<Author> event) {
			this.events.add("saved");
		}

	}

}
