using Portal.Domain.Forms;

namespace Portal.Domain.Contacts;

public sealed class KnownContactValidator() : FormRules<KnownContactInput>(() => AreaBookForms.Contact);
