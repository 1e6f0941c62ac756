package dev.orm.boot.autoconfigure.library;

import dev.orm.AbstractManager;

public class BookManager extends AbstractManager<Book, BookQuerySet> {

}
