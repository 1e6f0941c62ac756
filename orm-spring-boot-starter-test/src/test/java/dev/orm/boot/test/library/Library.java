package dev.orm.boot.test.library;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Library {

}
