package dev.orm.boot.autoconfigure.library;

import dev.orm.AbstractQuerySet;

import static dev.orm.boot.autoconfigure.library.BookPath.BOOK;

public class BookQuerySet extends AbstractQuerySet<Book, BookQuerySet> {

	public BookQuerySet about(String word) {
		return filter(BOOK.title.icontains(word));
	}

}
