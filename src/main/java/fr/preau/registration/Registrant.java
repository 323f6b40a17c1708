package fr.preau.registration;

import fr.preau.account.PersonId;
import fr.preau.event.Audience;
import fr.preau.territory.Uai;
import org.jspecify.annotations.Nullable;

/// Who asks for seats, with what each way in asks and nothing else.
public sealed interface Registrant {
    Registration.Kind kind();

    String firstName();

    String mail();

    @Nullable
    Audience level();

    @Nullable
    Uai school();

    /// `mail` is theirs or a parent's.
    record Pupil(
            String firstName,
            String mail,
            Audience level,
            @Nullable Uai school) implements Registrant {
        @Override
        public Registration.Kind kind() {
            return Registration.Kind.PUPIL;
        }
    }

    /// A parent or any adult, coming with others: `people` counts them all, 1 to 6.
    record Adult(String firstName, String mail, int people) implements Registrant {
        @Override
        public Registration.Kind kind() {
            return Registration.Kind.ADULT;
        }

        @Override
        public @Nullable Audience level() {
            return null;
        }

        @Override
        public @Nullable Uai school() {
            return null;
        }
    }

    /// A class, booked by a teacher of its school.
    record ClassGroup(Teacher teacher, Uai school, String name, Audience level, Headcount headcount, String needs)
            implements Registrant {
        @Override
        public Registration.Kind kind() {
            return Registration.Kind.CLASS;
        }

        @Override
        public String firstName() {
            return teacher.firstName();
        }

        @Override
        public String mail() {
            return teacher.mail();
        }
    }

    /// The signed-in person who books for a class.
    record Teacher(PersonId person, String firstName, String mail) {}

    /// `girls` is null when the teacher did not say.
    record Headcount(int pupils, @Nullable Integer girls, int adults) {
        public int people() {
            return pupils + adults;
        }
    }
}
