using Microsoft.AspNetCore.Components;
using Portal.Domain.Forms;

namespace Portal.Web.Shared.Forms;

/// <summary>
/// The fields of a form, one under another, drawn again whenever one changes: an answer can show or hide another field.
/// </summary>
public sealed partial class FormFields
{
    private FormModel? _heard;

    [Parameter]
    [EditorRequired]
    public required FormModel Model { get; set; }

    /// <summary>Those to draw; all of the form when null.</summary>
    [Parameter]
    public IEnumerable<FormField>? Fields { get; set; }

    protected override void OnParametersSet()
    {
        if (_heard == Model)
        {
            return;
        }

        Dispose();
        _heard = Model;
        Model.Changed += Draw;
    }

    public void Dispose()
    {
        if (_heard is not null)
        {
            _heard.Changed -= Draw;
        }
    }

    private void Draw() => _ = InvokeAsync(StateHasChanged);
}
