package fr.preau.territory;

import java.sql.Types;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// `territory.school` as people write it: each column they say is named in `by_hand`.
@Repository
class ByHandRepository {
    private final JdbcClient jdbc;

    ByHandRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean add(SchoolByHand school) {
        return said(school, jdbc.sql("""
                                insert into territory.school (uai, name, kind, nature, tracks, public_sector, address,
                                    postcode, commune_code, commune, departement, mail, open, by_hand)
                                values (:uai, :name, :kind, '', '{}', :sector, '', :postcode, '', :commune, :departement,
                                    :mail, :open, '{name,kind,public_sector,postcode,commune,departement,mail,open}')
                                on conflict (uai) do nothing
                                """)).update() == 1;
    }

    /// A school that moves to another commune is no longer where its coordinates were.
    boolean correct(SchoolByHand school) {
        return said(school, jdbc.sql("""
                                with told as (
                                    select :uai::text as uai, :name::text as name, :kind::text as kind,
                                           :sector::boolean as public_sector, :postcode::text as postcode,
                                           :commune::text as commune, :departement::text as departement,
                                           :mail::text as mail, :open::boolean as open
                                ), compared as (
                                    select told.*,
                                           (known.commune, known.departement) is distinct from (told.commune, told.departement) as moves,
                                           known.by_hand || array_remove(array[
                                               case when known.name <> told.name then 'name' end,
                                               case when known.kind <> told.kind then 'kind' end,
                                               case when known.public_sector is distinct from told.public_sector then 'public_sector' end,
                                               case when known.postcode <> told.postcode then 'postcode' end,
                                               case when known.commune <> told.commune then 'commune' end,
                                               case when known.departement <> told.departement then 'departement' end,
                                               case when known.mail is distinct from told.mail then 'mail' end,
                                               case when known.open <> told.open then 'open' end], null) as by_hand
                                      from told join territory.school as known using (uai)
                                )
                                update territory.school as known
                                   set name = compared.name, kind = compared.kind, public_sector = compared.public_sector,
                                       postcode = compared.postcode, commune = compared.commune,
                                       departement = compared.departement, mail = compared.mail, open = compared.open,
                                       latitude = case when moves then null else latitude end,
                                       longitude = case when moves then null else longitude end,
                                       by_hand = array(select distinct unnest(compared.by_hand))
                                  from compared
                                 where known.uai = compared.uai
                                   and (known.name, known.kind, known.public_sector, known.postcode, known.commune,
                                        known.departement, known.mail, known.open)
                                       is distinct from (compared.name, compared.kind, compared.public_sector,
                                        compared.postcode, compared.commune, compared.departement, compared.mail, compared.open)
                                """)).update() == 1;
    }

    void follow(Uai uai) {
        jdbc.sql("update territory.school set by_hand = '{}' where uai = ?")
                .param(uai.value())
                .update();
    }

    Set<String> byHand(Uai uai) {
        return jdbc
                .sql("select by_hand from territory.school where uai = ?")
                .param(uai.value())
                .query((row, _) -> (String[]) row.getArray("by_hand").getArray())
                .list()
                .stream()
                .flatMap(Arrays::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static StatementSpec said(SchoolByHand school, StatementSpec statement) {
        return statement
                .param("uai", school.uai().value())
                .param("name", school.name())
                .param("kind", school.kind().name())
                .param("sector", school.publicSector(), Types.BOOLEAN)
                .param("postcode", school.postcode())
                .param("commune", school.commune())
                .param("departement", school.departement())
                .param("mail", school.mail(), Types.VARCHAR)
                .param("open", school.open());
    }
}
