using System.Text.Json.Nodes;
using FluentValidation;
using FluentValidation.Results;
using Portal.Domain.Common;

namespace Portal.Domain.Forms;

/// <summary>
/// Rules of a form's input. What its schema says of a field - that it is required, how long it may be - is held here for every
/// form, and so is the state-secret gate; a form's own rules add what no schema can say.
/// </summary>
public abstract class FormRules<T> : AbstractValidator<T>, IFormRules
{
    private readonly Func<FormSchema> _schema;

    /// <param name="schema">Asked only when something is validated: a schema is made together with its rules.</param>
    protected FormRules(Func<FormSchema> schema)
    {
        _schema = schema;
        if (typeof(T).IsAssignableTo(typeof(IGatedInput)))
        {
            RuleFor(x => ((IGatedInput)x!).Secrecy!).SetValidator(new SecrecyGateValidator())
                .When(x => ((IGatedInput)x!).Secrecy is not null).OverridePropertyName("secrecy");
        }

        RuleFor(x => x).Custom((input, context) =>
        {
            var form = FormInput.ToJson(input);
            foreach (var error in Unasked(schema(), form).Concat(FieldRules.Check(schema(), form)))
            {
                context.AddFailure(new ValidationFailure(error.Path, "") { ErrorCode = error.Code, CustomState = error });
            }
        });
    }

    public FormSchema Schema => _schema();

    // The question stands before words and files; an answer without any needs none.
    private static IEnumerable<FieldError> Unasked(FormSchema schema, JsonObject form) =>
        schema.HasSecrecyGate && form["secrecy"] is null && schema.IsInWords(form)
            ? [new FieldError("secrecy", "Secrecy.Unanswered", "Đ7.A.6")]
            : [];
}
