using Portal.Domain.Forms;

namespace Portal.Domain.Contacts;

public sealed class SubUnitValidator() : FormRules<SubUnitInput>(() => AreaBookForms.Unit);
