package dev.orm.boot.test.library;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

@Component
public class Noticeboard {

	private final List<String> notices = new ArrayList<>();

	@TransactionalEventListener
	public void on(Librarian.Registered event) {
		this.notices.add(event.name());
	}

	public List<String> notices() {
		return this.notices;
	}

}
