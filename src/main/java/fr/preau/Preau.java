package fr.preau;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The platform: one process that serves the pages, keeps the seats and sends the mail.
@Modulithic
@SpringBootApplication
public class Preau {
    public static void main(String[] args) {
        SpringApplication.run(Preau.class, args);
    }
}
