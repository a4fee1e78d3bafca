"""A public key that names are sealed to stays as it is.

Whoever could put another key in its place would get the next reporter's name. So a post begins without a key, gets one
once, and after that only one with a higher number; the key of a member stays for good.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION tenancy_post_key_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.public_key IS NULL THEN
            RETURN NEW;
        END IF;
    ELSIF OLD.public_key IS NULL THEN
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    ELSIF TG_OP = 'UPDATE' AND NEW.public_key IS NOT NULL
        AND (NEW.organisation_id, NEW.id) = (OLD.organisation_id, OLD.id)
        AND (NEW.key_number > OLD.key_number
            OR (NEW.key_number = OLD.key_number AND NEW.public_key = OLD.public_key))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the key of a post stays as it is (%)', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER tenancy_post_key_stays BEFORE INSERT OR UPDATE OR DELETE ON tenancy_post
    FOR EACH ROW EXECUTE FUNCTION tenancy_post_key_stays();

CREATE FUNCTION tenancy_vaultkey_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.organisation_id, NEW.membership_id, NEW.public_key)
        = (OLD.organisation_id, OLD.membership_id, OLD.public_key)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the key of a member stays as it is (%)', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER tenancy_vaultkey_stays BEFORE UPDATE OR DELETE ON tenancy_vaultkey
    FOR EACH ROW EXECUTE FUNCTION tenancy_vaultkey_stays();
"""
UNGUARD = """
DROP TRIGGER tenancy_post_key_stays ON tenancy_post;
DROP FUNCTION tenancy_post_key_stays();
DROP TRIGGER tenancy_vaultkey_stays ON tenancy_vaultkey;
DROP FUNCTION tenancy_vaultkey_stays();
"""


class Migration(migrations.Migration):
    """Triggers, which hold for the owner of the tables as well."""

    dependencies = [("tenancy", "0001_first")]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
