package dev.orm.boot.test.library;

import dev.orm.Manager;
import dev.orm.transaction.Atomic;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class Librarian {

	private final Manager<Author> authors;

	private final Atomic atomic;

	private final ApplicationEventPublisher events;

	public Librarian(Manager<Author> authors, Atomic atomic, ApplicationEventPublisher events) {
		this.authors = authors;
		this.atomic = atomic;
		this.events = events;
	}

	public Author register(String name, Runnable afterwards) {
		return this.atomic.durable().call(() -> {
			Author author = new Author();
			author.setName(name);
			this.authors.save(author);
			this.atomic.onCommit(afterwards);
			return author;
		});
	}

	@Transactional
	public Author announce(String name) {
		Author author = new Author();
		author.setName(name);
		this.authors.save(author);
		this.events.publishEvent(new Registered(name));
		return author;
	}

	@Transactional
	public boolean isInBlock() {
		return this.atomic.inAtomicBlock();
	}

	public record Registered(String name) {

	}

}
