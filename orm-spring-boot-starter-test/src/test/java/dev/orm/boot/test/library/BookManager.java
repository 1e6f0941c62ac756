package dev.orm.boot.test.library;

import dev.orm.AbstractManager;
import dev.orm.QuerySet;

import org.springframework.stereotype.Component;

@Component
public class BookManager extends AbstractManager<Book, QuerySet<Book>> {

}
